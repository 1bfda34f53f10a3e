using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>An event of the simulated world at a time after the start of the run.</summary>
abstract record SimulatedEvent(TimeSpan At)
{
    public abstract Task PlayEventAsync(World world);
}
