"""M/M/3 and M/G/5/5 in SimPy (version 2, as Debian has it, or 3 and later). Prints one line of JSON: processor seconds per run and what came out."""
import json
import math
import random
import sys
import time

arrivals = int(sys.argv[1])
sigma = math.sqrt(math.log(1 + 0.7**2))


def gap(rate):
    return random.expovariate(rate)


def stay_mm3():
    return random.expovariate(1.0)


def stay_mg55():
    return random.lognormvariate(-sigma * sigma / 2, sigma)


def with_simpy_3(rate, places, stay, waits):
    import simpy

    environment = simpy.Environment()
    resource = simpy.Resource(environment, places)
    seen = {"waited": 0.0, "lost": 0}

    def woman():
        came = environment.now
        with resource.request() as turn:
            yield turn
            seen["waited"] += environment.now - came
            yield environment.timeout(stay())

    def source():
        for _ in range(arrivals):
            yield environment.timeout(gap(rate))
            if waits or resource.count < places:
                environment.process(woman())
            else:
                seen["lost"] += 1

    environment.process(source())
    environment.run()
    return seen


def with_simpy_2(rate, places, stay, waits):
    from SimPy import Simulation as simpy

    simpy.initialize()
    resource = simpy.Resource(capacity=places)
    seen = {"waited": 0.0, "lost": 0}

    class Woman(simpy.Process):
        def go(self):
            came = simpy.now()
            yield simpy.request, self, resource
            seen["waited"] += simpy.now() - came
            yield simpy.hold, self, stay()
            yield simpy.release, self, resource

    class Source(simpy.Process):
        def go(self):
            for _ in range(arrivals):
                yield simpy.hold, self, gap(rate)
                if waits or resource.n > 0:
                    woman = Woman()
                    simpy.activate(woman, woman.go())
                else:
                    seen["lost"] += 1

    source = Source()
    simpy.activate(source, source.go())
    simpy.simulate(until=1e12)
    return seen


try:
    import simpy

    run, version = with_simpy_3, simpy.__version__
except ImportError:
    import SimPy

    run, version = with_simpy_2, SimPy.__version__

random.seed(1)
began = time.process_time()
queue = run(2.4, 3, stay_mm3, True)
between = time.process_time()
loss = run(4.0, 5, stay_mg55, False)
ended = time.process_time()
print(
    json.dumps(
        {
            "version": version,
            "queueSeconds": between - began,
            "wait": queue["waited"] / arrivals,
            "lossSeconds": ended - between,
            "lost": loss["lost"] / arrivals,
        }
    )
)
