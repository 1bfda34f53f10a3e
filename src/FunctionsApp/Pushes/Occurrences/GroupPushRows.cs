using System.Text.Json;
using Community.Messaging.Deliveries;
using Community.Pushes.Guards;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Pushes.Occurrences;

/// <summary>The rows of a group that say what it may still be sent.</summary>
public sealed record GroupPushRows(IReadOnlyList<Stored<JsonElement>> Rows)
{
    internal const string HistoryRow = Ledger.BudgetPrefix + "push-history";
    internal const string LimitsRow = Ledger.BudgetPrefix + "push-limits";

    /// <summary>The messages to the group, for the guards.</summary>
    public Stored<GroupPushHistory>? History { get; } = Find<GroupPushHistory>(Rows, HistoryRow);

    /// <summary>The limits that the group overrides.</summary>
    public Stored<PushLimitsOverride>? Limits { get; } = Find<PushLimitsOverride>(Rows, LimitsRow);

    /// <summary>The places of the group's robot.</summary>
    public Stored<RobotBudget>? RobotBudget { get; } = Find<RobotBudget>(Rows, Ledger.BudgetRow);

    /// <summary>The group sends of others in the latest period that had one; null when there was none.</summary>
    public GroupSendsSeen? GroupSendsSeen => Find<GroupSendsSeen>(Rows, Ledger.GroupSendsSeenRow)?.Value;

    /// <summary>The group sends of the app; null when there was none.</summary>
    public GroupSendBudget? GroupSend => Find<GroupSendBudget>(Rows, Ledger.GroupSendRow)?.Value;

    static Stored<T>? Find<T>(IReadOnlyList<Stored<JsonElement>> rows, string key) =>
        rows.FirstOrDefault(row => row.RowKey == key)?.As<T>();
}
