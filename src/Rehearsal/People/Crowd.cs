namespace Rehearsal.People;

/// <summary>Which simulated people are in which groups, by their numbers.</summary>
sealed class Crowd
{
    static readonly SortedSet<int> Nobody = [];

    readonly Dictionary<string, SortedSet<int>> present = new(StringComparer.Ordinal);

    /// <summary>The members of a group, in the order of their numbers.</summary>
    public IReadOnlyCollection<int> In(string groupId) => present.GetValueOrDefault(groupId, Nobody);

    public bool IsIn(string groupId, int person) => present.GetValueOrDefault(groupId, Nobody).Contains(person);

    /// <summary>False when the person is in the group already.</summary>
    public bool Add(string groupId, int person)
    {
        if (!present.TryGetValue(groupId, out var members)) present[groupId] = members = [];
        return members.Add(person);
    }

    /// <summary>False when the person is not in the group.</summary>
    public bool Remove(string groupId, int person) =>
        present.TryGetValue(groupId, out var members) && members.Remove(person);

    public void Clear(string groupId) => present.Remove(groupId);
}
