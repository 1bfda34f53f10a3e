using Community.Messaging.StaffTasks;
using FakeWeCom;
using Simulation.Invariants;
using Simulation.Runs;

namespace Simulation.WeCom;

/// <summary>The group sends of a run, with the deliveries that the app made its own ones for.</summary>
sealed class GroupSendRegistry(FakeGroupSends sends, World world)
{
    readonly AsyncLocal<string?> currentKey = new();
    readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    readonly Dictionary<string, DateTimeOffset> shown = new(StringComparer.Ordinal);

    public IReadOnlyList<FakeGroupSend> All => sends.All;

    /// <summary>The key of the delivery that the channel is called for; null outside of such a call.</summary>
    public string? CurrentDelivery => currentKey.Value;

    /// <summary>Runs a call of the app to its channel; group sends that it makes are of the delivery.</summary>
    public async Task<T> RunAsync<T>(string deliveryKey, Func<Task<T>> call)
    {
        currentKey.Value = deliveryKey;
        return await call();
    }

    /// <summary>Records that the newest group sends are of the delivery.</summary>
    public void NameNew(string? deliveryKey)
    {
        foreach (var send in sends.All.Where(send => send.CreateType == 0))
            keys.TryAdd(send.Id, deliveryKey ?? "a group send outside of a delivery");
    }

    /// <summary>The key of the delivery; null for a group send of a member of staff.</summary>
    public string? KeyOf(FakeGroupSend send) => keys.GetValueOrDefault(send.Id);

    /// <summary>The latest group send of the delivery; null without one.</summary>
    public FakeGroupSend? Find(string deliveryKey) =>
        sends.All.LastOrDefault(send => KeyOf(send) == deliveryKey);

    /// <summary>True when a group send of the delivery waits for its owner.</summary>
    public bool IsWaiting(string deliveryKey) => Find(deliveryKey) is { SentAt: null, IsCancelled: false };

    /// <summary>The key of the delivery of a staff task; null when it has no group send.</summary>
    public string? KeyOfTask(string taskId, StaffTaskKind kind) =>
        keys.Values.FirstOrDefault(key => DeliveryTasks.IdOf(key, kind) == taskId);

    public void Confirm(FakeGroupSend send)
    {
        sends.Confirm(send.Id);
        world.Trace.Add($"the owner confirms {send.Id}: {string.Join(", ", send.ChatIds.Select(send.StatusOf))}");
    }

    /// <summary>Records that the platform showed the app what became of a group send.</summary>
    public void Show(string messageId)
    {
        if (sends.All.Any(send => send.Id == messageId && send.SentAt is not null))
            shown.TryAdd(messageId, world.Clock.Now);
    }

    /// <summary>When the app was first shown what became of the confirmed group send; null before that.</summary>
    public DateTimeOffset? ShownAt(FakeGroupSend send) =>
        shown.TryGetValue(send.Id, out var at) ? at : null;
}
