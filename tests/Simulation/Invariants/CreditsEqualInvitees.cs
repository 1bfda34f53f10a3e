using System.Text.Json;
using Simulation.Instances;
using Simulation.Runs;
using Simulation.WeCom;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>
/// Compares credits with the people who came. On WeCom these are who came by the QR code of the inviter. One who leaves
/// before the chat is read was never there for the app, and the leave of a lost callback has the instant of the read,
/// which may be after the grace period.
/// </summary>
sealed class CreditsEqualInvitees : IInvariant
{
    static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    // Beside the hour until the next read the clock may jump by ten, and the app may be down for six.
    static readonly TimeSpan ReadWithin = TimeSpan.FromHours(19);

    public string Name => "credits equal distinct present invitees";

    public string Reason => "A credit too many costs money, and a credit too few costs an inviter's trust.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<CampaignWorkload>().Any())
            yield break;
        var standings = (await reader.ListAsync($"/api/campaigns/{CampaignWorkload.Campaign}/standings")).ToDictionary(
            standing => standing.GetProperty("memberId").GetString()!);
        if (world.WeCom is { } platform)
        {
            foreach (var broken in FindOnWeCom(world, platform, standings)) yield return broken;
            yield break;
        }

        foreach (
            var invited in Presence
                .Find(world)
                .Where(person => person.Group == CampaignWorkload.Group)
                .Select(person => (person.Member, IsIn: person.IsIn || IsLaterIdentity(world, person.Member)))
                .GroupBy(person => InviterOf(world, person.Member)))
        {
            var standing = standings[invited.Key];
            var (held, lost) = (invited.Count(person => person.IsIn), invited.Count(person => !person.IsIn));
            var (counted, revoked) = (Counted(standing), Number(standing, "revoked"));
            if (held != counted)
                yield return $"{held} of {invited.Key}'s invitees stayed, and {counted} are counted.";
            if (lost != revoked)
                yield return $"{lost} of {invited.Key}'s invitees left within the grace period, and {revoked} are "
                    + "taken back.";
        }
    }

    static IEnumerable<string> FindOnWeCom(
        World world, WeComPlatform platform, Dictionary<string, JsonElement> standings)
    {
        foreach (var (inviter, standing) in standings)
        {
            var entries = platform.Entries
                .Where(entry => entry.GroupId == CampaignWorkload.Group && entry.Code == world.CodeOf(inviter))
                .ToList();
            var held = entries.Count(entry => entry.LeftAt is null);
            var lost = entries.Count - held;
            var late = entries.Count(entry => entry.LeftAt + ReadWithin > entry.At + Grace);
            var (counted, revoked) = (Counted(standing), Number(standing, "revoked"));
            if (counted < held || counted > held + late)
                yield return $"{held} of {inviter}'s invitees stayed, and {counted} are counted.";
            if (counted + revoked > held + lost)
                yield return $"{held + lost} came by the code of {inviter}, and {counted} are counted and {revoked} "
                    + "are taken back.";
        }
    }

    // An invitee of a burst is under review or refused and counts there; so is a second identity of an invitee.
    static int Counted(JsonElement standing) =>
        Number(standing, "credits") + Number(standing, "underReview") + Number(standing, "refused");

    static int Number(JsonElement standing, string name) => standing.GetProperty(name).GetInt32();

    // The second identity comes later than the first, and is refused whether it stays or leaves.
    static bool IsLaterIdentity(World world, string member)
    {
        var joins = world.Plan.Events.OfType<Plans.ChannelWebhookCall>()
            .Where(call => call.Type == "member.joined" && world.Acknowledged.Contains(call.Id))
            .ToList();
        var unionId = joins.Find(call => call.MemberId == member && call.UnionId is not null)?.UnionId;
        if (unionId is null) return false;
        var identities = joins.Where(call => call.UnionId == unionId).Select(call => call.MemberId).ToHashSet();
        var first = joins
            .Where(call => call.Code is not null && identities.Contains(call.MemberId))
            .MinBy(call => call.At)!;
        return first.MemberId != member;
    }

    static string InviterOf(World world, string member) =>
        world
            .Plan.Events.OfType<Plans.ChannelWebhookCall>()
            .First(call => call.MemberId == member && call.Code is not null)
            .Code!;
}
