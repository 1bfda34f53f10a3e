using Community.Platform;

namespace Community.Groups;

/// <summary>The fields of a charter that an edit may change; absent ones stay.</summary>
public sealed record CharterEdit
{
    public Optional<string?> Audience { get; init; }

    public Optional<string?> Service { get; init; }

    public Optional<IReadOnlyList<string>?> Benefits { get; init; }

    public Optional<IReadOnlyList<string>?> Rules { get; init; }

    public Optional<DateTimeOffset?> EndsAt { get; init; }

    public Optional<string?> Ending { get; init; }

    public Optional<bool?> MembersHavePaid { get; init; }

    public Optional<IReadOnlyList<Deputy>?> Deputies { get; init; }

    public Optional<string?> Rhythm { get; init; }

    public Optional<GroupGoal?> Goal { get; init; }

    public Optional<DateTimeOffset?> ReviewAt { get; init; }

    public Optional<ViolationConsequence?> Consequence { get; init; }

    public Charter ApplyTo(Charter charter) => charter with
    {
        Audience = Audience.Or(charter.Audience)!,
        Service = Service.Or(charter.Service)!,
        Benefits = Benefits.Or(charter.Benefits)!,
        Rules = Rules.Or(charter.Rules)!,
        EndsAt = EndsAt.Or(charter.EndsAt),
        Ending = Ending.Or(charter.Ending)!,
        MembersHavePaid = MembersHavePaid.Or(charter.MembersHavePaid),
        Deputies = Deputies.Or(charter.Deputies) ?? [],
        Rhythm = Rhythm.Or(charter.Rhythm),
        Goal = Goal.Or(charter.Goal),
        ReviewAt = ReviewAt.Or(charter.ReviewAt),
        Consequence = Consequence.Or(charter.Consequence),
    };
}

/// <summary>The onboarding texts that an edit may change; absent ones stay, null brings the product's back.</summary>
public sealed record GroupTextsEdit(
    Optional<string?> Welcome = default,
    Optional<string?> Rules = default,
    Optional<string?> Introduction = default,
    Optional<string?> CardNameReminder = default)
{
    public GroupTexts ApplyTo(GroupTexts texts) => new(
        Welcome.Or(texts.Welcome),
        Rules.Or(texts.Rules),
        Introduction.Or(texts.Introduction),
        CardNameReminder.Or(texts.CardNameReminder));
}
