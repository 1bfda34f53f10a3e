using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Transfer.Documents;

/// <summary>Reads documents of plans.</summary>
public static class PlansDocumentReader
{
    static readonly DocumentHead Head = new(PlansDocument.SchemaName, PlansDocument.CurrentVersion);

    /// <summary>
    /// The document, or 400 with the paths at fault. The schema and the version come first: the fields of another
    /// version mean nothing here.
    /// </summary>
    public static RequestResult<PlansDocument> Read(byte[] json, IValidator<PlansDocument> validator) =>
        Head.FindProblem(json) is { } problem ? new(null, problem) : RequestBody.Parse(json, validator);
}

/// <summary>
/// Checks a document of the current version; each of its things is checked when it is imported.
/// </summary>
public sealed class PlansDocumentValidator : AbstractValidator<PlansDocument>
{
    public PlansDocumentValidator()
    {
        RuleFor(document => document.BrandId)
            .NotNull().WithMessage("is missing.")
            .Matches(@"^[0-9a-f]{32}\z").WithMessage("must be 32 hexadecimal digits.");
        RuleForEach(document => document.Staff).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.Content).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.Groups).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.Campaigns).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.Conversions).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.FlashSales).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.PushPlans).NotNull().WithMessage("is missing.");
    }
}
