namespace Simulation.Faults;

/// <summary>The faults that the mutation test plants, one after the other.</summary>
static class PlantedFaults
{
    public static IReadOnlyList<IPlantedFault> All { get; } = [];

    public static IPlantedFault Find(string name) => All.Single(fault => fault.Name == name);
}
