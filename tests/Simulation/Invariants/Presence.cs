using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>Who is in which group by what the platform told, whatever the order in which it arrived.</summary>
static class Presence
{
    /// <summary>Every comer to each group, and whether they are there in the end.</summary>
    public static IEnumerable<(string Group, string Member, bool IsIn, ChannelWebhookCall Last)> Find(World world) => world.Plan.Happenings
        .OfType<ChannelWebhookCall>()
        .Where(told => told.Type is "member.joined" or "member.left" && world.Acknowledged.Contains(told.Id))
        .GroupBy(told => (told.GroupId, Member: told.MemberId!))
        .Where(moves => moves.Any(move => move.Type == "member.joined"))
        .Select(moves => (moves.Key.GroupId, moves.Key.Member, Last: moves.MaxBy(move => move.At)!))
        .Select(person => (person.GroupId, person.Member, person.Last.Type == "member.joined", person.Last));
}
