using System.Text.Json;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class MembersEqualTheChats : IInvariant
{
    public string Name => "the members of a group are those of its chat";

    public string Reason => "Callbacks are lost, so only the hourly reconciliation knows for certain who is there.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (world.WeCom is not { } platform) yield break;
        foreach (var group in platform.Chats.Where(chat => !chat.Value.IsDismissed).Select(chat => chat.Key))
        {
            var members = await reader.ListAsync($"/api/groups/{group}/members");
            var known = members
                .Where(member => member.GetProperty("leftAt").ValueKind is JsonValueKind.Null)
                .Select(member => member.GetProperty("memberId").GetString()!)
                .ToHashSet(StringComparer.Ordinal);
            var present = platform.MembersOf(group).ToHashSet(StringComparer.Ordinal);
            foreach (var member in present.Except(known, StringComparer.Ordinal))
                yield return $"{member} is in the chat of {group}, and the app does not know it.";
            foreach (var member in known.Except(present, StringComparer.Ordinal))
                yield return $"{member} is in {group} and not in its chat.";
            var count = (await reader.GetAsync($"/api/groups/{group}")).GetProperty("memberCount").GetInt32();
            if (count != present.Count)
                yield return $"{group} has {present.Count} members, and the app counts {count}.";
        }
    }
}
