def f(*errors):
    try:
        try:
            raise ExceptionGroup('g', list(errors))
        except* ValueError as e:
            print('values', e.exceptions)
            if len(e.exceptions) > 1: raise RuntimeError('new')
        except* (TypeError, KeyError) as e:
            print('others', e.exceptions)
        else: print('else')
        finally: print('finally')
    except BaseException as e:
        print(repr(e), getattr(e, 'exceptions', None))
f(ValueError(1), TypeError(2), KeyError(3))
f(ValueError(1), ValueError(2), OSError(3))
f(OSError(1))
# expect: values (ValueError(1),)
# expect: others (TypeError(2), KeyError(3))
# expect: finally
# expect: values (ValueError(1), ValueError(2))
# expect: finally
# expect: ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('g', [OSError(3)])]) (RuntimeError('new'), ExceptionGroup('g', [OSError(3)]))
# expect: finally
# expect: ExceptionGroup('g', [OSError(1)]) (OSError(1),)
