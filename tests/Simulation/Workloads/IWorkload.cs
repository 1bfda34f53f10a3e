using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Workloads;

/// <summary>A kind of activity in a run. A new kind is a class here and a line in <see cref="AllWorkloads"/>.</summary>
interface IWorkload
{
    /// <summary>Creates what the workload needs through the API, before faults begin.</summary>
    Task SetUpAsync(World world);

    /// <summary>Draws the events of the workload.</summary>
    IEnumerable<SimulatedEvent> Draw(Random random);
}
