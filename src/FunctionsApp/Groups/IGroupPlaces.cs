using Community.Groups;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Groups;

/// <summary>
/// What depends on whether a group takes members. Lifecycle implements it, because Groups comes before Lifecycle.
/// </summary>
public interface IGroupPlaces
{
    /// <summary>
    /// Leads codes to or past the group after an edit of its capacity or join link. A repeat changes nothing.
    /// </summary>
    Task<IReadOnlyList<DurableAction>> FollowAsync(Group group);
}
