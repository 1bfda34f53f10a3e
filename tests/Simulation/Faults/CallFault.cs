namespace Simulation.Faults;

/// <summary>Repeats calls to WeCom that are no repeats for the platform, as after a lost answer.</summary>
sealed class CallFault(string name, string path) : IPlantedFault
{
    public string Name => name;

    public bool IsOfWeCom => true;

    public bool RepeatsCall(string called) => called.EndsWith(path, StringComparison.Ordinal);
}
