using Simulation.Instances;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Invariants;

sealed class PlansEqualTheDocument : IInvariant
{
    public string Name => "the plans are those of the imported document";

    public string Reason => "A plan that an import lost is not carried out, and nobody looks for it.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (world.ImportedPlans is not { } document) yield break;
        var answer = await reader.Instance.SendAsync(Sender.Create("POST", "/api/import", document));
        if (answer is not { Status: 200 })
        {
            yield return $"the comparison was answered {answer?.Status}: {answer?.Text}";
            yield break;
        }

        foreach (var thing in answer.Json.GetProperty("things").EnumerateArray())
        {
            if (thing.GetProperty("outcome").GetString() != "Exists")
                yield return $"{thing.GetProperty("path").GetString()}: {thing.GetRawText()}";
        }
    }
}
