using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;

namespace Community.Tests.Acquisition.Standings;

/// <summary>A campaign in memory: the invitees and the standings of the inviters.</summary>
sealed class StandingModel(bool newcomersOnly = false, params IReadOnlyList<Tier> tiers)
{
    readonly Dictionary<string, Invitee> invitees = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, Standing> standings = new(StringComparer.Ordinal);
    readonly Dictionary<(string Inviter, string Invitee), Credit> credits = [];

    public InvitationTerms Terms { get; set; } = new(tiers, null);

    /// <summary>The counts of all standings, for the comparison of two campaigns.</summary>
    public IEnumerable<string> Counts =>
        from standing in standings.Values
        where standing.Joins > 0
        select $"{standing.MemberId} {standing.Credits} {standing.Revoked} {standing.Refused} "
            + $"{standing.Departed} {standing.Retained}";

    /// <summary>The amendments of settled standings, in order.</summary>
    public List<Amendment> Amendments { get; } = [];

    public IEnumerable<string> Members => standings.Keys;

    public int Credits => standings.Values.Sum(standing => standing.Credits);

    public static StandingModel After(IEnumerable<SampleMembershipChange> changes, bool newcomersOnly = false)
    {
        var model = new StandingModel(newcomersOnly);
        foreach (var change in changes) model.Record(change);
        return model;
    }

    /// <summary>True once the report is written.</summary>
    public bool IsReported { get; set; }

    public Standing StandingOf(string member) => standings.GetValueOrDefault(member)
        ?? (IsReported ? Standing.AfterReport("spring", member) : new Standing("spring", member));

    /// <summary>Records the change and applies the claim of every inviter.</summary>
    public IReadOnlyList<StandingEvent> Record(SampleMembershipChange sample)
    {
        var (member, change) = (sample.MemberId, sample.Change);
        var invitee = invitees.GetValueOrDefault(member)
            ?? new Invitee("spring", member, SampleMembershipChange.Grace, newcomersOnly);
        if (change.IsIn) invitee = Decide(invitee, new InviteeCommand.RecordFirstSeen(change.At));
        invitees[member] = invitee = Decide(invitee, new InviteeCommand.RecordChange(change));
        return [.. invitee.Inviters.SelectMany(inviter =>
            Decide(inviter, member, new StandingCommand.ApplyClaim(invitee.ClaimFor(inviter), change.At)))];
    }

    public IReadOnlyList<StandingEvent> Decide(string inviter, string? invitee, StandingCommand command)
    {
        var credit = invitee is null ? null : credits.GetValueOrDefault((inviter, invitee));
        var state = new StandingState(StandingOf(inviter), credit, Terms);
        var events = StandingRules.Decide(command, state);
        var after = events.Aggregate(state, StandingRules.Evolve);
        if (Amendment.From(command, invitee, state, after, Instants.Evening) is { } amendment)
            Amendments.Add(amendment);
        standings[inviter] = after.Standing;
        if (after.Credit is { } changed) credits[(inviter, invitee!)] = changed;
        return events;
    }

    /// <summary>A person joins this many seconds after the evening began.</summary>
    public void RecordJoin(string invitee, string? inviter, double second = 0) =>
        Record(Change(invitee, inviter, second, isIn: true));

    public void RecordLeave(string invitee, double second) =>
        Record(Change(invitee, inviter: null, second, isIn: false));

    static SampleMembershipChange Change(string invitee, string? inviter, double second, bool isIn)
    {
        var change = new MembershipChange("tea-1", Instants.Evening.AddSeconds(second), isIn, inviter);
        return new(invitee, change, Position: 0, IsRepeated: false);
    }

    static Invitee Decide(Invitee invitee, InviteeCommand command) =>
        InviteeRules.Decide(command, invitee).Aggregate(invitee, InviteeRules.Evolve);
}
