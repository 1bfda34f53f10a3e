using System.Text.RegularExpressions;
using Simulation.Channel;

namespace Simulation.Runs;

/// <summary>The links that members find in their groups, how often they clicked there, and the orders that carried a link's code.</summary>
sealed partial class LinkRegistry(SimulatedPlatform platform)
{
    readonly Dictionary<string, int> tried = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> answered = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> ordered = new(StringComparer.Ordinal);

    /// <summary>The group in which each order's link was found.</summary>
    public IReadOnlyDictionary<string, string> Ordered => ordered;

    /// <summary>The code of the latest link that the platform brought into the group; null while there is none.</summary>
    public string? LatestIn(string groupId) => platform.Deeds
        .Where(deed => deed.Call.GroupId == groupId)
        .Select(deed => Link().Match(deed.Call.Text))
        .LastOrDefault(link => link.Success)?.Groups["code"].Value;

    public void Try(string groupId) => tried[groupId] = TriedIn(groupId) + 1;

    public void Answer(string groupId) => answered[groupId] = AnsweredIn(groupId) + 1;

    public int TriedIn(string groupId) => tried.GetValueOrDefault(groupId);

    public int AnsweredIn(string groupId) => answered.GetValueOrDefault(groupId);

    public void Order(string orderId, string groupId) => ordered[orderId] = groupId;

    [GeneratedRegex("https://brand\\.example\\.com/l/(?<code>[0-9a-z]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
