using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>Checks a report of the current version. A list holds no more than a console can show.</summary>
public sealed class RehearsalReportValidator : AbstractValidator<RehearsalReport>
{
    const string Digest = @"^[0-9a-f]{32}\z";
    const int MaxMembers = 10_000_000;

    public RehearsalReportValidator()
    {
        RuleFor(report => report.BrandId).NotNull().WithMessage("is missing.")
            .Matches(Digest).WithMessage("must be 32 hexadecimal digits.");
        RuleFor(report => report.PlanDigest).NotNull().WithMessage("is missing.")
            .Matches(Digest).WithMessage("must be 32 hexadecimal digits.");
        RuleFor(report => report.From).Instant();
        RuleFor(report => report.To).Instant()
            .Must((report, to) => !(to <= report.From)).WithMessage("must be after from.");
        RuleFor(report => report.TimeZone).Line(64);
        RuleFor(report => report.Channel).Line(40);
        RuleFor(report => report.Members).NotNull().WithMessage("is missing.")
            .Must(members => members is >= 0 and <= MaxMembers).WithMessage($"must be 0 to {MaxMembers}.");
        AddItemCounts();
        RuleFor(report => report).Custom((report, context) =>
        {
            foreach (var (path, reason) in RehearsalItemRules.FindFaults(report)) context.AddFailure(path, reason);
        });
    }

    void AddItemCounts()
    {
        Count(RuleFor(report => report.Seeds), max: 1_000, min: 1);
        Count(RuleFor(report => report.Simulated), max: 100);
        Count(RuleFor(report => report.Assumptions), max: 1_000);
        Count(RuleFor(report => report.Figures), max: 5_000);
        Count(RuleFor(report => report.Timeline), max: 50_000);
        Count(RuleFor(report => report.Staff), max: 50_000);
        Count(RuleFor(report => report.Skipped), max: 5_000);
        Count(RuleFor(report => report.Groups), max: 2_000);
        Count(RuleFor(report => report.Stock), max: 2_000);
        Count(RuleFor(report => report.Warnings), max: 2_000);
        RuleFor(report => report.Sensitivity)
            .SetValidator(new ItemCountValidator<RehearsalReport, RehearsalInfluence>(0, 1_000));
    }

    static void Count<TItem>(
        IRuleBuilder<RehearsalReport, IReadOnlyList<TItem>?> list, int max, int min = 0) => list
        .NotNull().WithMessage("is missing.")
        .SetValidator(new ItemCountValidator<RehearsalReport, TItem>(min, max));
}
