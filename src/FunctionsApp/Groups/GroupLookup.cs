using Community.Groups;

namespace FunctionsApp.Groups;

/// <summary>
/// The group of an id; null when there is none. Checks of a new thing take it, because the import of plans checks
/// things whose groups are not stored yet.
/// </summary>
public delegate Task<Group?> GroupLookup(string groupId);
