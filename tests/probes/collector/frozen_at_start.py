# What start-up has frozen when a program begins, and what the program then thaws.
import gc

print("frozen", gc.get_freeze_count())
gc.unfreeze()
print("thawed", gc.get_freeze_count())
