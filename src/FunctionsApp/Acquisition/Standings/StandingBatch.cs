using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>A command to one participant's standing, and the invitee when it is about a credit.</summary>
sealed record PendingStandingCommand(
    string CampaignId, InvitationTerms Terms, string MemberId, string? Invitee, StandingCommand Command)
{
    public CreditKey? CreditKey => Invitee is null ? null : new CreditKey(MemberId, Invitee);

    /// <summary>True when the credit is likely to be new.</summary>
    public bool MayAddCredit => Command is StandingCommand.ApplyClaim { Claim.State: not ClaimState.None };
}

/// <summary>The standing after a command and the events of the command.</summary>
public sealed record StandingDecision(Standing After, IReadOnlyList<StandingEvent> Events);

/// <summary>
/// One attempt to decide on commands of a partition, in their order, and to store the results in one transaction. It
/// throws <see cref="ConflictException"/> when another writer came in between.
/// </summary>
sealed class StandingBatch(
    Table table,
    RewardIndex rewards,
    ParticipationStore participations,
    string partition,
    IReadOnlyList<PendingStandingCommand> commands,
    DateTimeOffset now)
{
    readonly StandingBatchState stored = new(table, partition);

    /// <param name="assumesNewCredits">
    /// True to add likely new credits without a read of their rows. The transaction conflicts when one exists.
    /// </param>
    public async Task<IReadOnlyList<StandingDecision>> StoreAsync(bool assumesNewCredits)
    {
        var toRead = commands.Where(command => !assumesNewCredits || !command.MayAddCredit);
        await Task.WhenAll(
            stored.ReadTotalsAsync(), stored.ReadCreditsAsync(toRead), stored.ReadStandingsAsync(commands));
        var decisions = await DecideAsync();
        await IndexNewStandingsAsync(decisions);
        foreach (var decision in decisions) await IndexRewardsAsync(decision);
        var rows = new StandingBatchRows(partition, stored, decisions).All();
        if (rows.Count > 0) await table.CommitAsync(rows);
        return [.. decisions.Select(decision => new StandingDecision(decision.After.Standing, decision.Events))];
    }

    // A reward is indexed before the transaction, so a decision that earns one must not rest on an assumption.
    async Task<IReadOnlyList<DecidedCommand>> DecideAsync()
    {
        var decisions = DecideAll();
        if (!decisions.Any(EarnsByAssumption)) return decisions;
        await stored.ReadCreditsAsync(commands.Where(command => !stored.HasCredit(command)));
        return DecideAll();
    }

    bool EarnsByAssumption(DecidedCommand decision) =>
        decision.EarnedRewards.Any() && !stored.HasCredit(decision.Pending);

    List<DecidedCommand> DecideAll()
    {
        var standings = new Dictionary<string, Standing>(StringComparer.Ordinal);
        var credits = new Dictionary<CreditKey, Credit?>();
        List<DecidedCommand> decisions = [];
        foreach (var command in commands)
        {
            var standing = standings.GetValueOrDefault(command.MemberId) ?? stored.StandingOf(command);
            var credit = command.CreditKey is { } key && credits.TryGetValue(key, out var decided)
                ? decided
                : stored.CreditOf(command);
            var decision = DecidedCommand.From(command, new StandingState(standing, credit, command.Terms), now);
            decisions.Add(decision);
            standings[command.MemberId] = decision.After.Standing;
            if (command.CreditKey is { } changed) credits[changed] = decision.After.Credit;
        }

        return decisions;
    }

    async Task IndexNewStandingsAsync(IEnumerable<DecidedCommand> decisions)
    {
        var begun = decisions
            .Where(decision => !ReferenceEquals(decision.Before.Standing, decision.After.Standing))
            .Select(decision => decision.Pending)
            .Where(command => stored.FindStanding(command.MemberId) is null)
            .DistinctBy(command => command.MemberId, StringComparer.Ordinal);
        foreach (var command in begun) await participations.AddAsync(command.CampaignId, command.MemberId);
    }

    async Task IndexRewardsAsync(DecidedCommand decision)
    {
        foreach (var reward in decision.EarnedRewards) await rewards.AddAsync(decision.After.Standing, reward);
    }
}
