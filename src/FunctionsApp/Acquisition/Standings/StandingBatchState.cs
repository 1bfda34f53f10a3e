using Community.Acquisition.Standings;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>The rows that a batch read. A row that was read and does not exist is null.</summary>
sealed class StandingBatchState(Table table, string partition)
{
    readonly Dictionary<string, Stored<Standing>?> standings = new(StringComparer.Ordinal);
    readonly Dictionary<CreditKey, Stored<Credit>?> credits = [];

    public Stored<CampaignTotals>? Totals { get; private set; }

    public async Task ReadTotalsAsync() =>
        Totals = await table.FindAsync<CampaignTotals>(partition, StandingKeys.Totals);

    public async Task ReadStandingsAsync(IEnumerable<PendingStandingCommand> commands)
    {
        var members = commands.Select(command => command.MemberId).Distinct(StringComparer.Ordinal).ToList();
        var rows = await Task.WhenAll(
            members.Select(member => table.FindAsync<Standing>(partition, StandingKeys.Standing(member))));
        foreach (var (member, row) in members.Zip(rows)) standings[member] = row;
    }

    public async Task ReadCreditsAsync(IEnumerable<PendingStandingCommand> commands)
    {
        var keys = commands.Select(command => command.CreditKey).OfType<CreditKey>().Distinct().ToList();
        var rows = await Task.WhenAll(
            keys.Select(key => table.FindAsync<Credit>(partition, StandingKeys.Credit(key))));
        foreach (var (key, row) in keys.Zip(rows)) credits[key] = row;
    }

    /// <summary>True when the credit of the command was read, and when the command is about none.</summary>
    public bool HasCredit(PendingStandingCommand command) =>
        command.CreditKey is not { } key || credits.ContainsKey(key);

    public Stored<Standing>? FindStanding(string memberId) => standings[memberId];

    /// <summary>The stored credit; null when it does not exist or was not read.</summary>
    public Stored<Credit>? FindCredit(CreditKey key) => credits.GetValueOrDefault(key);

    public Standing StandingOf(PendingStandingCommand command) =>
        FindStanding(command.MemberId)?.Value ?? NewStanding(command);

    public Credit? CreditOf(PendingStandingCommand command) =>
        command.CreditKey is { } key ? FindCredit(key)?.Value : null;

    // The totals change with each new standing in one transaction, so no standing misses that they are reported.
    Standing NewStanding(PendingStandingCommand command) => Totals?.Value is { IsReported: true }
        ? Standing.AfterReport(command.CampaignId, command.MemberId)
        : new Standing(command.CampaignId, command.MemberId);
}
