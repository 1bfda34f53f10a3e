using Community.Groups;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Groups;

/// <summary>
/// What depends on a group that is edited. Lifecycle implements it, because Groups comes before Lifecycle. A repeat
/// changes nothing.
/// </summary>
public interface IGroupChanges
{
    /// <summary>Leads codes to or past the group after an edit of its capacity or join link.</summary>
    Task<IReadOnlyList<DurableAction>> FollowPlacesAsync(Group group);

    /// <summary>Has the platform's own welcome set again after an edit of the name, the charter or the texts.</summary>
    Task FollowTextsAsync(Group group);

    /// <summary>Gives the group's open staff tasks to its owner.</summary>
    Task FollowOwnerAsync(Group group);
}
