using Community.Groups;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Groups;

/// <summary>
/// The watch over the end that a flash group's charter sets. Lifecycle implements it, because Groups comes before
/// Lifecycle.
/// </summary>
public interface ICharterDeadlines
{
    /// <summary>
    /// Starts the watch. The caller performs it before it stores the group, so that no stored group lacks a watch.
    /// <paramref name="createdAt"/> is that of the stored group where a request is repeated.
    /// </summary>
    IReadOnlyList<DurableAction> Start(Group group, DateTimeOffset createdAt);

    /// <summary>
    /// Makes the watch read the stored group, whose charter may differ from that of an earlier request that failed.
    /// </summary>
    IReadOnlyList<DurableAction> Notify(Group group);
}
