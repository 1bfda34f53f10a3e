using Community.Groups;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Groups;

/// <summary>Watches the end that a group's charter sets. Lifecycle implements it, because Groups comes before Lifecycle.</summary>
public interface ICharterDeadlines
{
    /// <summary>Starts the watch over a flash group. Called before the group is stored, so that no stored group is without one.</summary>
    Task EnsureStartedAsync(Group group, DurableTaskClient durable);

    /// <summary>Has the watch read the stored group, whose charter may differ from that of an earlier request that failed.</summary>
    Task NotifyAsync(Group group, DurableTaskClient durable);
}
