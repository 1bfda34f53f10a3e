namespace Community.Acquisition.Invitees;

public sealed record Identity(string MemberId, DateTimeOffset KnownSince);

/// <summary>The identities of one person, which share a union id: the earliest known ones, in order.</summary>
public sealed record Identities(IReadOnlyList<Identity> All)
{
    public const int Max = 20;

    public static Identities None { get; } = new([]);

    /// <summary>With this identity; the same object when it is known since then or is too late to count.</summary>
    public Identities Add(Identity identity)
    {
        if (All.Any(known => known.MemberId == identity.MemberId && known.KnownSince <= identity.KnownSince))
            return this;
        IReadOnlyList<Identity> all =
        [
            .. All.Where(known => known.MemberId != identity.MemberId)
                .Append(identity)
                .OrderBy(known => known.KnownSince)
                .ThenBy(known => known.MemberId, StringComparer.Ordinal)
                .Take(Max),
        ];
        return all.SequenceEqual(All) ? this : new Identities(all);
    }
}
