# Parameters of generics for lists of types: ParamSpec, Concatenate, TypeVarTuple; what cannot be subclassed.
# modes: auto
import typing
from typing import *
T=TypeVar("T");P=ParamSpec("P");Ts=TypeVarTuple("Ts");K=TypeVar("K")
def t(*codes):
    for c in codes:
        try: exec(c,globals()); print(c,"ok")
        except Exception as e: print(c,"=>",type(e).__name__,e)
def s(*codes):
    for c in codes:
        try: print(c,"=>",eval(c,globals()))
        except Exception as e: print(c,"=>",type(e).__name__,e)
t("class X(T): pass","class X(P): pass","class X(Ts): pass","class X(Generic): pass","class X(Generic[T],Generic[K]): pass","class X(Protocol,int): pass","class X(Protocol[T],Generic[T]): pass","class Z(Generic[T,P]): pass","class Y(Generic[P]): pass","class A(Generic[T,*Ts]): pass","class B(Generic[*Ts]): pass","class X(Generic[*Ts,*Ts]): pass","class X(A[int,str]): pass","class TG(TypedDict,Generic[T]):\n a:T","class NG(NamedTuple,Generic[T]):\n a:T","class C(List[T]): pass","class D(C[int]): pass","class E(Dict[T,K],Generic[K,T]): pass","class X(int|str): pass","class X(Any): pass","class X(Optional[int]): pass","class X(NewType('q',int)): pass","class X(Literal[1]): pass","class X(Tuple[int]): pass","class X(Callable[[int],int]): pass","class PP(Protocol):\n def f(self): ...\nclass PQ(PP,Protocol):\n def g(self): ...\nclass PI(PQ): pass\nPI()","@runtime_checkable\nclass X: pass","class X(Generic[int]): pass","class X(Generic[T,K],List[T]): pass\nprint(X.__parameters__,X[int,str],X.__mro__)")
s("Z[int,[str]]","Z[int,P]","Z[int,...]","Z[int,str]","Z[int]","Y[int,str]","Y[[int,str]]","Y[...]","Y[P]","Y[int]","Y[[int]].__args__","A[int]","A[int,str,float]","A[()]","B[()]","B[int,str]","A[T,*Ts][int,str]","Z.__parameters__,A.__parameters__","Callable[P,T][[int],str]","Callable[P,T][...,str]","Callable[P,T][P,str]","Callable[Concatenate[int,P],T][[str],float]","Callable[Concatenate[int,P],T][...,float]","Callable[P,T].__parameters__","Callable[[*Ts],T]","Callable[[*Ts],T][int,str,float]","Tuple[T,*Ts][int,str,bool]","tuple[T,*Ts][int,str,bool]","tuple[*Ts][()]","Tuple[*tuple[int,...]]","tuple[*tuple[int,str]]","Unpack[tuple[int,str]]","*Ts,","list(Ts)","list(tuple[int])","Concatenate[int,str,P].__args__","Concatenate[int,...]","Concatenate[P,int]","get_args(Callable[P,int]),get_args(Callable[[int,str],int]),get_args(Callable[Concatenate[int,P],int]),get_args(Z[int,[str]])","get_origin(P.args),get_args(P.args)","P.args==P.args","TG.__annotations__,TG.__parameters__,TG[int],TG.__orig_bases__","NG(1),NG[int](1)","D.__orig_bases__,E[int,str],E.__parameters__","Union[int,Callable[P,T]]","Optional[Callable[[T],K]][int,str]","Dict[str,List[Callable[[T],T]]][int]","List[List[T]][List[K]]","Union[T,K][int,int]","Annotated[T,1][int],Annotated[List[T],'x'][int]","ClassVar[T]","Final[T]","Literal[T]","Type[T][int]","type[T][int]","Callable[[],T][int]","Callable[...,T][int]","Callable","Callable[[int],None]","Callable[int]","Callable[[int,...],int]","collections.abc.Callable[[int],str]","__import__('collections').abc.Callable[[int],str]","__import__('collections').abc.Callable[P,T][[int,str],bool]","__import__('collections').abc.Callable[...,int]","__import__('collections').abc.Callable[[T],K][int,str]","__import__('collections').abc.Callable[int,int]","__import__('collections').abc.Callable[[int],str].__args__","get_args(__import__('collections').abc.Callable[[int],str])","__import__('collections').defaultdict[int,str]","__import__('re').Pattern[str]","List[int][str]","List[T][int,str]","Dict[T,K][int]","list[T][int,str]","Generic[T][int]","Protocol[T][int]","Tuple[int,...][str]","Tuple[()],Tuple[()].__args__","Tuple[int,()]","Union[int,None,'a']","ForwardRef('a')|int","'a'|T","T|'a'","T|None","List[T]|None","int|T|str","(T|int).__parameters__","isinstance(3,int|List[int])","isinstance(3,Union[str,List[int]])","isinstance('a',Union[str,List[int]])","hash(Union[int,str])==hash(Union[str,int]),Union[int,str]==Union[str,int],Union[int,str]==(int|str)","List is List,List[int] is List[int],Optional[int] is Optional[int]","T.__name__,T.__module__,P.__name__,Ts.__name__,T.__bound__","repr(T),repr(P),repr(Ts)","AnyStr.__constraints__","ForwardRef('int')._evaluate(globals(),None,frozenset())","NewType('A',int).__name__,NewType('A',int).__module__,NewType('A',int)|None","List.__getitem__(int)","Sequence[int].__origin__,Mapping[int,str].__args__","isinstance([],Sequence),issubclass(list,Sequence),isinstance({},Mapping)","typing.Dict()","typing.List([1])","typing.Deque(),typing.Counter('a'),typing.OrderedDict()","Type[int]()","List[int]([1])","typing.Generic.__class_getitem__")
print(pickle.loads(pickle.dumps(List[int])),copy.copy(Dict[int,str]),copy.deepcopy(Union[int,str]))
import pickle, copy
print(pickle.loads(pickle.dumps(List[int])),copy.copy(Dict[int,str]),copy.deepcopy(Union[int,str]))
# expect: class X(T): pass => TypeError TypeVar(name, constraint, ...): constraints must be types. Got (~T,).
# expect: class X(P): pass => TypeError ParamSpec.__init__() takes 2 positional arguments but 4 were given
# expect: class X(Ts): pass => TypeError TypeVarTuple.__init__() takes 2 positional arguments but 4 were given
# expect: class X(Generic): pass => TypeError Cannot inherit from plain Generic
# expect: class X(Generic[T],Generic[K]): pass => TypeError Cannot inherit from Generic[...] multiple times.
# expect: class X(Protocol,int): pass => TypeError Protocols can only inherit from other protocols, got <class 'int'>
# expect: class X(Protocol[T],Generic[T]): pass ok
# expect: class Z(Generic[T,P]): pass ok
# expect: class Y(Generic[P]): pass ok
# expect: class A(Generic[T,*Ts]): pass ok
# expect: class B(Generic[*Ts]): pass ok
# expect: class X(Generic[*Ts,*Ts]): pass => TypeError Parameters to Generic[...] must all be unique
# expect: class X(A[int,str]): pass ok
# expect: class TG(TypedDict,Generic[T]):
# expect:  a:T ok
# expect: class NG(NamedTuple,Generic[T]):
# expect:  a:T ok
# expect: class C(List[T]): pass ok
# expect: class D(C[int]): pass ok
# expect: class E(Dict[T,K],Generic[K,T]): pass ok
# expect: class X(int|str): pass => TypeError cannot create 'types.UnionType' instances
# expect: class X(Any): pass ok
# expect: class X(Optional[int]): pass => TypeError Cannot subclass typing.Optional[int]
# expect: class X(NewType('q',int)): pass => TypeError Cannot subclass an instance of NewType. Perhaps you were looking for: `X = NewType('X', q)`
# expect: class X(Literal[1]): pass => TypeError Cannot subclass typing.Literal[1]
# expect: class X(Tuple[int]): pass ok
# expect: class X(Callable[[int],int]): pass ok
# expect: class PP(Protocol):
# expect:  def f(self): ...
# expect: class PQ(PP,Protocol):
# expect:  def g(self): ...
# expect: class PI(PQ): pass
# expect: PI() ok
# expect: @runtime_checkable
# expect: class X: pass => TypeError @runtime_checkable can be only applied to protocol classes, got <class '__main__.X'>
# expect: class X(Generic[int]): pass => TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.
# expect: (~T, ~K) __main__.X[int, str] (<class '__main__.X'>, <class 'list'>, <class 'typing.Generic'>, <class 'object'>)
# expect: class X(Generic[T,K],List[T]): pass
# expect: print(X.__parameters__,X[int,str],X.__mro__) ok
# expect: Z[int,[str]] => __main__.Z[int, (<class 'str'>,)]
# expect: Z[int,P] => __main__.Z[int, ~P]
# expect: Z[int,...] => __main__.Z[int, ...]
# expect: Z[int,str] => __main__.Z[int, str]
# expect: Z[int] => TypeError Too few arguments for <class '__main__.Z'>
# expect: Y[int,str] => __main__.Y[(<class 'int'>, <class 'str'>)]
# expect: Y[[int,str]] => __main__.Y[(<class 'int'>, <class 'str'>)]
# expect: Y[...] => __main__.Y[...]
# expect: Y[P] => __main__.Y[~P]
# expect: Y[int] => __main__.Y[(<class 'int'>,)]
# expect: Y[[int]].__args__ => ((<class 'int'>,),)
# expect: A[int] => __main__.A[int]
# expect: A[int,str,float] => __main__.A[int, str, float]
# expect: A[()] => TypeError Too few arguments for <class '__main__.A'>; actual 0, expected at least 1
# expect: B[()] => __main__.B[()]
# expect: B[int,str] => __main__.B[int, str]
# expect: A[T,*Ts][int,str] => __main__.A[int, str]
# expect: Z.__parameters__,A.__parameters__ => ((~T, ~P), (~T, Ts))
# expect: Callable[P,T][[int],str] => typing.Callable[[int], str]
# expect: Callable[P,T][...,str] => typing.Callable[..., str]
# expect: Callable[P,T][P,str] => typing.Callable[~P, str]
# expect: Callable[Concatenate[int,P],T][[str],float] => typing.Callable[[int, str], float]
# expect: Callable[Concatenate[int,P],T][...,float] => typing.Callable[typing.Concatenate[int, ...], float]
# expect: Callable[P,T].__parameters__ => (~P, ~T)
# expect: Callable[[*Ts],T] => typing.Callable[[*Ts], ~T]
# expect: Callable[[*Ts],T][int,str,float] => typing.Callable[[int, str], float]
# expect: Tuple[T,*Ts][int,str,bool] => typing.Tuple[int, str, bool]
# expect: tuple[T,*Ts][int,str,bool] => tuple[int, str, bool]
# expect: tuple[*Ts][()] => tuple[()]
# expect: Tuple[*tuple[int,...]] => typing.Tuple[*tuple[int, ...]]
# expect: tuple[*tuple[int,str]] => tuple[*tuple[int, str]]
# expect: Unpack[tuple[int,str]] => *tuple[int, str]
# expect: *Ts, => SyntaxError invalid syntax (<string>, line 1)
# expect: list(Ts) => [*Ts]
# expect: list(tuple[int]) => [*tuple[int]]
# expect: Concatenate[int,str,P].__args__ => (<class 'int'>, <class 'str'>, ~P)
# expect: Concatenate[int,...] => typing.Concatenate[int, ...]
# expect: Concatenate[P,int] => TypeError The last parameter to Concatenate should be a ParamSpec variable or ellipsis.
# expect: get_args(Callable[P,int]),get_args(Callable[[int,str],int]),get_args(Callable[Concatenate[int,P],int]),get_args(Z[int,[str]]) => ((~P, <class 'int'>), ([<class 'int'>, <class 'str'>], <class 'int'>), (typing.Concatenate[int, ~P], <class 'int'>), (<class 'int'>, (<class 'str'>,)))
# expect: get_origin(P.args),get_args(P.args) => (~P, ())
# expect: P.args==P.args => True
# expect: TG.__annotations__,TG.__parameters__,TG[int],TG.__orig_bases__ => ({'a': ~T}, (~T,), __main__.TG[int], (<function TypedDict at 0xADDR>, typing.Generic[~T]))
# expect: NG(1),NG[int](1) => (NG(a=1), NG(a=1))
# expect: D.__orig_bases__,E[int,str],E.__parameters__ => ((__main__.C[int],), __main__.E[int, str], (~K, ~T))
# expect: Union[int,Callable[P,T]] => typing.Union[int, typing.Callable[~P, ~T]]
# expect: Optional[Callable[[T],K]][int,str] => typing.Optional[typing.Callable[[int], str]]
# expect: Dict[str,List[Callable[[T],T]]][int] => typing.Dict[str, typing.List[typing.Callable[[int], int]]]
# expect: List[List[T]][List[K]] => typing.List[typing.List[typing.List[~K]]]
# expect: Union[T,K][int,int] => <class 'int'>
# expect: Annotated[T,1][int],Annotated[List[T],'x'][int] => (typing.Annotated[int, 1], typing.Annotated[typing.List[int], 'x'])
# expect: ClassVar[T] => typing.ClassVar[~T]
# expect: Final[T] => typing.Final[~T]
# expect: Literal[T] => typing.Literal[~T]
# expect: Type[T][int] => typing.Type[int]
# expect: type[T][int] => type[int]
# expect: Callable[[],T][int] => typing.Callable[[], int]
# expect: Callable[...,T][int] => typing.Callable[..., int]
# expect: Callable => typing.Callable
# expect: Callable[[int],None] => typing.Callable[[int], NoneType]
# expect: Callable[int] => TypeError Callable must be used as Callable[[arg, ...], result].
# expect: Callable[[int,...],int] => typing.Callable[[int, ...], int]
# expect: collections.abc.Callable[[int],str] => NameError name 'collections' is not defined
# expect: __import__('collections').abc.Callable[[int],str] => collections.abc.Callable[[int], str]
# expect: __import__('collections').abc.Callable[P,T][[int,str],bool] => collections.abc.Callable[[int, str], bool]
# expect: __import__('collections').abc.Callable[...,int] => collections.abc.Callable[..., int]
# expect: __import__('collections').abc.Callable[[T],K][int,str] => collections.abc.Callable[[int], str]
# expect: __import__('collections').abc.Callable[int,int] => TypeError Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got <class 'int'>
# expect: __import__('collections').abc.Callable[[int],str].__args__ => (<class 'int'>, <class 'str'>)
# expect: get_args(__import__('collections').abc.Callable[[int],str]) => ([<class 'int'>], <class 'str'>)
# expect: __import__('collections').defaultdict[int,str] => collections.defaultdict[int, str]
# expect: __import__('re').Pattern[str] => re.Pattern[str]
# expect: List[int][str] => TypeError typing.List[int] is not a generic class
# expect: List[T][int,str] => TypeError Too many arguments for typing.List[~T]; actual 2, expected 1
# expect: Dict[T,K][int] => TypeError Too few arguments for typing.Dict[~T, ~K]; actual 1, expected 2
# expect: list[T][int,str] => TypeError Too many arguments for list[~T]; actual 2, expected 1
# expect: Generic[T][int] => TypeError Cannot subscript already-subscripted typing.Generic[~T]
# expect: Protocol[T][int] => TypeError Cannot subscript already-subscripted typing.Protocol[~T]
# expect: Tuple[int,...][str] => TypeError typing.Tuple[int, ...] is not a generic class
# expect: Tuple[()],Tuple[()].__args__ => (typing.Tuple[()], ())
# expect: Tuple[int,()] => TypeError Tuple[t0, t1, ...]: each t must be a type. Got ().
# expect: Union[int,None,'a'] => typing.Union[int, NoneType, ForwardRef('a')]
# expect: ForwardRef('a')|int => typing.Union[ForwardRef('a'), int]
# expect: 'a'|T => typing.Union[ForwardRef('a'), ~T]
# expect: T|'a' => typing.Union[~T, ForwardRef('a')]
# expect: T|None => typing.Optional[~T]
# expect: List[T]|None => typing.Optional[typing.List[~T]]
# expect: int|T|str => typing.Union[int, ~T, str]
# expect: (T|int).__parameters__ => (~T,)
# expect: isinstance(3,int|List[int]) => True
# expect: isinstance(3,Union[str,List[int]]) => TypeError Subscripted generics cannot be used with class and instance checks
# expect: isinstance('a',Union[str,List[int]]) => True
# expect: hash(Union[int,str])==hash(Union[str,int]),Union[int,str]==Union[str,int],Union[int,str]==(int|str) => (True, True, True)
# expect: List is List,List[int] is List[int],Optional[int] is Optional[int] => (True, True, True)
# expect: T.__name__,T.__module__,P.__name__,Ts.__name__,T.__bound__ => ('T', '__main__', 'P', 'Ts', None)
# expect: repr(T),repr(P),repr(Ts) => ('~T', '~P', 'Ts')
# expect: AnyStr.__constraints__ => (<class 'bytes'>, <class 'str'>)
# expect: ForwardRef('int')._evaluate(globals(),None,frozenset()) => <class 'int'>
# expect: NewType('A',int).__name__,NewType('A',int).__module__,NewType('A',int)|None => ('A', '__main__', typing.Optional[__main__.A])
# expect: List.__getitem__(int) => typing.List[int]
# expect: Sequence[int].__origin__,Mapping[int,str].__args__ => (<class 'collections.abc.Sequence'>, (<class 'int'>, <class 'str'>))
# expect: isinstance([],Sequence),issubclass(list,Sequence),isinstance({},Mapping) => (True, True, True)
# expect: typing.Dict() => TypeError Type Dict cannot be instantiated; use dict() instead
# expect: typing.List([1]) => TypeError Type List cannot be instantiated; use list() instead
# expect: typing.Deque(),typing.Counter('a'),typing.OrderedDict() => (deque([]), Counter({'a': 1}), OrderedDict())
# expect: Type[int]() => TypeError Type Type cannot be instantiated; use type() instead
# expect: List[int]([1]) => TypeError Type List cannot be instantiated; use list() instead
# expect: typing.Generic.__class_getitem__ => <bound method Generic.__class_getitem__ of <class 'typing.Generic'>>
# raises: NameError: name 'pickle' is not defined
