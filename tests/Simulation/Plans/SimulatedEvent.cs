using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>Something that happens in the world, so long after the run's start.</summary>
abstract record SimulatedEvent(TimeSpan At)
{
    public abstract Task HappenAsync(World world);
}
