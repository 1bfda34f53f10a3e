using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>The members of each group by the acknowledged webhook calls, in the order of their instants.</summary>
static class Presence
{
    /// <summary>Each member who joined a group, and whether they are in it at the end.</summary>
    public static IEnumerable<(string Group, string Member, bool IsIn, ChannelWebhookCall Last)> Find(World world) =>
        world
            .Plan.Events.OfType<ChannelWebhookCall>()
            .Where(call => call.Type is "member.joined" or "member.left" && world.Acknowledged.Contains(call.Id))
            .GroupBy(call => (call.GroupId, Member: call.MemberId!))
            .Where(changes => changes.Any(change => change.Type == "member.joined"))
            .Select(changes => (changes.Key.GroupId, changes.Key.Member, Last: changes.MaxBy(change => change.At)!))
            .Select(person => (person.GroupId, person.Member, person.Last.Type == "member.joined", person.Last));

    /// <summary>
    /// Each member who joined a group by the acknowledged webhook calls, or on WeCom who is in a chat at the end.
    /// </summary>
    public static IEnumerable<(string Group, string Member, bool IsIn)> FindMembers(World world) =>
        world.WeCom is { } platform
        ? platform.Chats.SelectMany(chat => platform.MembersOf(chat.Key).Select(member => (chat.Key, member, true)))
        : Find(world).Select(person => (person.Group, person.Member, person.IsIn));
}
