using Community.Groups;
using Community.Platform;

namespace FunctionsApp.Groups;

/// <summary>
/// What an edit changes in a charter. Absent fields do not change; null clears those that a charter can do without. The
/// end of a flash group does not change.
/// </summary>
public sealed record CharterEditRequest(
    Optional<string?> Audience = default,
    Optional<string?> Service = default,
    Optional<IReadOnlyList<string>?> Benefits = default,
    Optional<IReadOnlyList<string>?> Rules = default,
    Optional<DateTimeOffset?> EndsAt = default,
    Optional<string?> Ending = default,
    Optional<bool?> MembersHavePaid = default,
    Optional<IReadOnlyList<DeputyBody>?> Deputies = default,
    Optional<string?> Rhythm = default,
    Optional<GroupGoalBody?> Goal = default,
    Optional<DateTimeOffset?> ReviewAt = default,
    Optional<string?> Consequence = default)
{
    /// <summary>The edit after which the charter is the given one.</summary>
    public static CharterEditRequest To(CharterRequest charter) => new(
        new(charter.Audience),
        new(charter.Service),
        new(charter.Benefits),
        new(charter.Rules),
        new(charter.EndsAt),
        new(charter.Ending),
        new(charter.MembersHavePaid),
        new(charter.Deputies),
        new(charter.Rhythm),
        new(charter.Goal),
        new(charter.ReviewAt),
        new(charter.Consequence));

    public CharterEdit ToEdit() => new()
    {
        Audience = Audience,
        Service = Service,
        Benefits = Benefits,
        Rules = Rules,
        EndsAt = EndsAt,
        Ending = Ending,
        MembersHavePaid = MembersHavePaid,
        Deputies = Deputies.Map(deputies => (IReadOnlyList<Deputy>?)deputies?.Select(each => each.ToDeputy()).ToList()),
        Rhythm = Rhythm,
        Goal = Goal.Map(goal => goal?.ToGoal()),
        ReviewAt = ReviewAt,
        Consequence = Consequence.Map(CharterRequest.ConsequenceOf),
    };
}

/// <summary>
/// What an edit changes in the onboarding texts of a group. Absent ones do not change; null brings the product's back.
/// </summary>
public sealed record GroupTextsEditRequest(
    Optional<string?> Welcome = default,
    Optional<string?> Rules = default,
    Optional<string?> Introduction = default,
    Optional<string?> CardNameReminder = default)
{
    /// <summary>The edit after which the texts are the given ones.</summary>
    public static GroupTextsEditRequest To(GroupTextsBody texts) =>
        new(new(texts.Welcome), new(texts.Rules), new(texts.Introduction), new(texts.CardNameReminder));

    public GroupTextsEdit ToEdit() => new(Welcome, Rules, Introduction, CardNameReminder);
}
