using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Workloads;

/// <summary>People of one kind and what they do. A new kind is one new class here and one line in <see cref="AllWorkloads"/>.</summary>
interface IWorkload
{
    /// <summary>What is made through the API before anything goes wrong.</summary>
    Task SetUpAsync(World world);

    /// <summary>What happens then.</summary>
    IEnumerable<SimulatedEvent> Draw(Random random);
}
