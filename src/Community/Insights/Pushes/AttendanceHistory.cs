using Community.Groups.Members;

namespace Community.Insights.Pushes;

/// <summary>
/// When people joined and left a group, as far as the latest join and leave of each tell. Who left and joined again has
/// one leave and one join; they count as present before the leave.
/// </summary>
public sealed class AttendanceHistory
{
    readonly DateTimeOffset[] joins;
    readonly DateTimeOffset[] leaves;
    readonly int earlier;

    public AttendanceHistory(IReadOnlyList<Member> members)
    {
        joins = [.. members.Select(member => member.JoinedAt).OfType<DateTimeOffset>().Order()];
        leaves = [.. members.Select(member => member.LeftAt).OfType<DateTimeOffset>().Order()];
        earlier = members.Count(member => member.LeftAt is { } left && !(left >= member.JoinedAt));
    }

    public int PresentAt(DateTimeOffset at) => earlier + CountUntil(joins, at) - CountUntil(leaves, at);

    /// <summary>Joins after <paramref name="from"/>, up to and with <paramref name="until"/>.</summary>
    public int Joins(DateTimeOffset from, DateTimeOffset until) => CountUntil(joins, until) - CountUntil(joins, from);

    /// <summary>Leaves after <paramref name="from"/>, up to and with <paramref name="until"/>.</summary>
    public int Leaves(DateTimeOffset from, DateTimeOffset until) =>
        CountUntil(leaves, until) - CountUntil(leaves, from);

    static int CountUntil(DateTimeOffset[] ordered, DateTimeOffset at)
    {
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ordered[middle] <= at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
