namespace Community.Selling.Conversions;

/// <summary>The interest counted in one group, with the number of votes by poll option.</summary>
public sealed record GroupInterest(InterestTally Tally, IReadOnlyDictionary<int, int> Options)
{
    public static GroupInterest None { get; } = new(InterestTally.None, new Dictionary<int, int>());

    /// <summary>The votes of browsers, of which nobody knows whose they are.</summary>
    public int UnidentifiedVotes { get; init; }

    /// <summary>A vote on the page; one for another option replaces the browser's previous vote.</summary>
    public GroupInterest AddPageVote(int option, int? previousOption) => AddVote(option, previousOption) with
    {
        UnidentifiedVotes = previousOption is null ? UnidentifiedVotes + 1 : UnidentifiedVotes,
    };

    public GroupInterest AddSignals(SignalKind kind, int count) => this with { Tally = Tally.Add(kind, count) };

    /// <summary>A vote for another option replaces the member's previous vote.</summary>
    public GroupInterest AddMessage(MessageSignals signals, int? previousOption) => signals.Option is { } option
        ? AddVote(option, previousOption)
        : this with { Tally = signals.Kinds.Aggregate(Tally, (tally, kind) => tally.Add(kind)) };

    GroupInterest AddVote(int option, int? previousOption)
    {
        var options = new Dictionary<int, int>(Options);
        if (previousOption is { } previous) options[previous]--;
        options[option] = options.GetValueOrDefault(option) + 1;
        return this with
        {
            Tally = previousOption is null ? Tally.Add(SignalKind.Vote) : Tally,
            Options = options,
        };
    }
}
