using System.Linq.Expressions;
using Community.Messaging.Deliveries;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Content.Library;

/// <summary>The fields of an item, which are the same at its creation and in an edit.</summary>
static class ContentFieldRules
{
    const int MaxVariants = 3;
    const int MaxReuseDays = 365;

    /// <summary>
    /// Texts within the bytes of a message; <see cref="Community.Content.ContentFaults"/> checks them filled in.
    /// </summary>
    public static void Variants<T>(
        this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<string>?>> field)
    {
        validator.RuleFor(field).Items(1, MaxVariants);
        validator.RuleForEach(FieldRules.ItemsOf(field)).Text(TextLimit.RobotBytes);
    }

    /// <summary>At most 9 attachments, or null.</summary>
    public static void Attachments<T>(
        this AbstractValidator<T> validator,
        Expression<Func<T, IReadOnlyList<AttachmentRequest>?>> field,
        AllowedLinkHosts hosts)
    {
        validator.RuleFor(field)
            .Must(attachments => attachments is null || attachments.Count <= Attachment.MaxCount)
            .WithMessage($"must have at most {Attachment.MaxCount} items.");
        validator.RuleForEach(FieldRules.ItemsOf(field))
            .NotNull().WithMessage("is missing.")
            .SetValidator(new AttachmentValidator(hosts));
    }

    /// <summary>Where scarce content comes from, or null.</summary>
    public static void Source<T>(this IRuleBuilderInitial<T, string?> field) => field.Line(200);

    /// <summary>A number of days, or null for the default.</summary>
    public static void ReuseDays<T>(this IRuleBuilderInitial<T, int?> field) => field
        .InclusiveBetween(1, MaxReuseDays).WithMessage($"must be 1 to {MaxReuseDays}.");
}
