using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Deliveries;
using Simulation.Channel;

namespace Simulation.Invariants;

/// <summary>The staff tasks about deliveries, whose ids follow from the keys.</summary>
static class DeliveryTasks
{
    static readonly StaffTaskKind[] Kinds =
        [StaffTaskKind.SendMessage, StaffTaskKind.ConfirmMessage, StaffTaskKind.CheckMessage];

    /// <summary>The keys of the deliveries by the ids of their tasks.</summary>
    public static IReadOnlyDictionary<string, string> KeysOf(IEnumerable<DeliveryView> rows) => rows
        .Select(row => row.Key)
        .Distinct(StringComparer.Ordinal)
        .SelectMany(key => Kinds.Select(kind => (Task: IdOf(key, kind), Key: key)))
        .ToDictionary(task => task.Task, task => task.Key, StringComparer.Ordinal);

    public static string IdOf(string deliveryKey, StaffTaskKind kind) => NewStaffTask.IdOf($"{deliveryKey}:{kind}");

    /// <summary>The key of the delivery that the action was for; null for one that no delivery asked for.</summary>
    public static string? KeyOf(PerformedAction action, IReadOnlyDictionary<string, string> keysOfTasks) =>
        action.Key ?? (action.TaskId is { } task ? keysOfTasks.GetValueOrDefault(task) : null);
}
