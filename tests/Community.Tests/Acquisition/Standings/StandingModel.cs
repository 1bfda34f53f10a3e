using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;

namespace Community.Tests.Acquisition.Standings;

/// <summary>A campaign with everyone in it, as the store would hold them: invitees on one side, the books of inviters on the other.</summary>
sealed class StandingModel(bool newcomersOnly = false, params IReadOnlyList<Tier> tiers)
{
    readonly Dictionary<string, Invitee> invitees = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, Standing> standings = new(StringComparer.Ordinal);
    readonly Dictionary<(string Inviter, string Invitee), Credit> credits = [];

    public InvitationTerms Terms { get; set; } = new(tiers, null);

    /// <summary>The counts of everyone, so that two campaigns can be compared.</summary>
    public IEnumerable<string> Counts =>
        standings.Values.Where(standing => standing.Joins > 0).Select(standing =>
            $"{standing.MemberId} {standing.Credits} {standing.Revoked} {standing.Refused} {standing.Departed} {standing.Retained}");

    /// <summary>What was changed in books that had been settled, in the order in which it was.</summary>
    public List<Amendment> Amendments { get; } = [];

    public IEnumerable<string> Members => standings.Keys;

    public int Credits => standings.Values.Sum(standing => standing.Credits);

    public static StandingModel After(IEnumerable<SampleMembershipChanges> news, bool newcomersOnly = false)
    {
        var drive = new StandingModel(newcomersOnly);
        foreach (var heard in news) drive.Record(heard);
        return drive;
    }

    public Standing StandingOf(string member) => standings.GetValueOrDefault(member) ?? new Standing("spring", member);

    /// <summary>Decides on one move, and tells every inviter concerned what it is worth to them.</summary>
    public IReadOnlyList<StandingEvent> Record(SampleMembershipChanges heard)
    {
        var person = invitees.GetValueOrDefault(heard.MemberId) ?? new Invitee("spring", heard.MemberId, SampleMembershipChanges.Grace, newcomersOnly);
        if (heard.Change.IsIn) person = Decide(person, new InviteeCommand.RecordFirstSeen(heard.Change.At));
        invitees[heard.MemberId] = person = Decide(person, new InviteeCommand.RecordChange(heard.Change));
        return [.. person.Inviters.SelectMany(inviter => Decide(inviter, heard.MemberId, new StandingCommand.ApplyClaim(person.ClaimFor(inviter), [], heard.Change.At)))];
    }

    public IReadOnlyList<StandingEvent> Decide(string inviter, string? invitee, StandingCommand command)
    {
        var state = new StandingState(StandingOf(inviter), invitee is null ? null : credits.GetValueOrDefault((inviter, invitee)), Terms);
        var events = StandingRules.Decide(command, state);
        var after = events.Aggregate(state, StandingRules.Evolve);
        if (Amendment.From(command, invitee, state, after, Instants.Evening) is { } amendment) Amendments.Add(amendment);
        standings[inviter] = after.Standing;
        if (after.Credit is { } credit) credits[(inviter, invitee!)] = credit;
        return events;
    }

    /// <summary>Somebody comes, so many seconds after the evening began.</summary>
    public void RecordJoin(string invitee, string? inviter, double second = 0) => Record(Credit(invitee, inviter, second, isIn: true));

    public void RecordLeave(string invitee, double second) => Record(Credit(invitee, null, second, isIn: false));

    static SampleMembershipChanges Credit(string invitee, string? inviter, double second, bool isIn) =>
        new(invitee, new MembershipChange("tea-1", Instants.Evening.AddSeconds(second), isIn, inviter), 0, false);

    static Invitee Decide(Invitee person, InviteeCommand command) => InviteeRules.Decide(command, person).Aggregate(person, InviteeRules.Evolve);
}
