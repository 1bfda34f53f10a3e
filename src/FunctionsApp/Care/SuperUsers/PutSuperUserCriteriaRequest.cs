using System.Text.Json;
using Community.Care.SuperUsers;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>
/// The body of <c>PUT /api/super-users/criteria</c>. <c>currency</c> is that of <c>spentMinor</c>, CNY when it is
/// absent; without <c>mix</c> three members in ten are to be super users, with a tolerance of 0.05.
/// </summary>
public sealed record PutSuperUserCriteriaRequest(
    string? GroupId,
    IReadOnlyList<SuperUserRuleBody>? Rules,
    IReadOnlyList<string>? Benefits,
    SuperUserMixBody? Mix,
    string? By = null,
    string? Currency = null)
{
    const string DefaultCurrency = "CNY";

    public SuperUserCriteria ToCriteria(DateTimeOffset now) => new(
        GroupId!,
        Currency ?? DefaultCurrency,
        [.. Rules!.Select(rule => rule.ToRule())],
        Benefits!,
        Mix is null ? SuperUserMix.Default : new SuperUserMix(Mix.Super!.Value, Mix.Tolerance!.Value),
        By,
        now);
}

/// <summary>
/// A rule: <c>figure</c> is <c>spentMinor</c>, <c>orders</c>, <c>credits</c> or <c>activeDays</c>.
/// </summary>
public sealed record SuperUserRuleBody(string? Figure, long? AtLeast)
{
    /// <summary>The figures by their names in HTTP.</summary>
    public static IReadOnlyDictionary<string, SuperUserFigure> Figures { get; } = Enum.GetValues<SuperUserFigure>()
        .ToDictionary(figure => JsonNamingPolicy.CamelCase.ConvertName(figure.ToString()), StringComparer.Ordinal);

    public static SuperUserRuleBody From(SuperUserRule rule) =>
        new(Figures.First(figure => figure.Value == rule.Figure).Key, rule.AtLeast);

    public SuperUserRule ToRule() => new(Figures[Figure!], AtLeast!.Value);
}

/// <summary>The share of super users among the members, and how far it may be off: 0 to 1.</summary>
public sealed record SuperUserMixBody(decimal? Super, decimal? Tolerance);

public sealed class PutSuperUserCriteriaValidator : AbstractValidator<PutSuperUserCriteriaRequest>
{
    static readonly int MaxRules = SuperUserRuleBody.Figures.Count;

    public PutSuperUserCriteriaValidator()
    {
        RuleFor(criteria => criteria.GroupId).NeededId();
        RuleFor(criteria => criteria.Rules)
            .NotNull().WithMessage("is missing.")
            .Must(rules => rules!.Count >= 1 && rules.Count <= MaxRules)
            .WithMessage($"must have 1 to {MaxRules} items.")
            .Must(rules => rules!.DistinctBy(rule => rule?.Figure).Count() == rules!.Count)
            .WithMessage("must hold each figure once.");
        RuleForEach(criteria => criteria.Rules)
            .NotNull().WithMessage("is missing.")
            .SetValidator(new SuperUserRuleValidator());
        RuleFor(criteria => criteria.Benefits).Items(1, SuperUserCriteria.MaxBenefits);
        RuleForEach(criteria => criteria.Benefits).Line(80);
        RuleFor(criteria => criteria.Mix!)
            .SetValidator(new SuperUserMixValidator())
            .When(criteria => criteria.Mix is not null);
        RuleFor(criteria => criteria.By).Author().When(criteria => criteria.By is not null);
        RuleFor(criteria => criteria.Currency).Currency().When(criteria => criteria.Currency is not null);
    }
}

sealed class SuperUserRuleValidator : AbstractValidator<SuperUserRuleBody>
{
    public SuperUserRuleValidator()
    {
        RuleFor(rule => rule.Figure)
            .NotNull().WithMessage("is missing.")
            .Must(figure => SuperUserRuleBody.Figures.ContainsKey(figure!))
            .WithMessage($"must be one of {string.Join(", ", SuperUserRuleBody.Figures.Keys)}.");
        RuleFor(rule => rule.AtLeast)
            .NotNull().WithMessage("is missing.")
            .Must((rule, atLeast) => atLeast >= 1 && atLeast <= MaxOf(rule))
            .WithMessage(rule => FormattableString.Invariant(
                $"must be 1 to {MaxOf(rule)}, because no one can meet more."));
    }

    static long MaxOf(SuperUserRuleBody rule) =>
        rule.Figure is { } name && SuperUserRuleBody.Figures.TryGetValue(name, out var figure)
            ? SuperUserRule.MaxOf(figure)
            : SuperUserRule.MaxOf(SuperUserFigure.SpentMinor);
}

sealed class SuperUserMixValidator : AbstractValidator<SuperUserMixBody>
{
    public SuperUserMixValidator()
    {
        RuleFor(mix => mix.Super)
            .NotNull().WithMessage("is missing.")
            .InclusiveBetween(0, 1).WithMessage("must be 0 to 1.");
        RuleFor(mix => mix.Tolerance)
            .NotNull().WithMessage("is missing.")
            .InclusiveBetween(0, 1).WithMessage("must be 0 to 1.");
    }
}
