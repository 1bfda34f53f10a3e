using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Lifecycle.CharterDeadlines;

/// <summary>
/// The current use of a flash group, such as a flash sale. <paramref name="EndsAt"/> is null while an operator holds
/// it, unless the group was ended early.
/// </summary>
public sealed record FlashGroupUse(string Id, DateTimeOffset? EndsAt, string Farewell);

/// <summary>
/// Finds and ends the use of a flash group. Selling implements it, because Lifecycle comes before Selling.
/// </summary>
public interface IFlashGroupUse
{
    /// <summary>The use of the group; null when it has none.</summary>
    Task<FlashGroupUse?> FindAsync(string groupId);

    /// <summary>
    /// Ends the use for this group when it is over at <paramref name="at"/> or the group was ended early; false when it
    /// is not over.
    /// </summary>
    Task<bool> EndAsync(string useId, string groupId, DateTimeOffset at);

    /// <summary>Shows operators how far the group's dissolution is.</summary>
    Task<IReadOnlyList<DurableAction>> RecordAsync(
        string useId, string groupId, DissolutionProgress progress, DateTimeOffset at);
}
