# Full collections by themselves after one at the start: what start-up made counts in the rule of the quarter.
import gc
gc.collect()
log=[]
def cb(phase, info):
    if phase=='start' and info['generation']==2: log.append(len(held)//500)
held=[]
gc.callbacks.append(cb)
for i in range(200000): held.append([])
print(log)
