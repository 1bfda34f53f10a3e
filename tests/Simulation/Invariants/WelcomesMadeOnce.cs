using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class WelcomesMadeOnce : IInvariant
{
    public string Name => "the library of the platform holds the welcome of a group once";

    public string Reason => "The library of a corporation holds 100 welcomes, and a full one takes no new group.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        await Task.CompletedTask;
        if (world.WeCom is not { } platform) yield break;
        var texts = platform.Server.Content.Welcomes.Values
            .CountBy(welcome => welcome["text"]!["content"]!.GetValue<string>(), StringComparer.Ordinal);
        foreach (var (text, count) in texts.Where(text => text.Value > 1))
            yield return $"the welcome \"{text}\" was made {count} times.";
    }
}
