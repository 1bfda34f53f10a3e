using Community.Care.Promises;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// The body of <c>POST /api/promises/{id}/units/{n}/gain</c>: what a member said of the gain, 1 to 5.
/// </summary>
public sealed record EnterGainRequest(string? MemberId, int? Score, string? By);

public sealed class EnterGainValidator : AbstractValidator<EnterGainRequest>
{
    public EnterGainValidator()
    {
        RuleFor(gain => gain.MemberId).ChannelKey();
        RuleFor(gain => gain.Score)
            .NotNull().WithMessage("is missing.")
            .InclusiveBetween(PromiseRules.MinScore, PromiseRules.MaxScore)
            .WithMessage($"must be {PromiseRules.MinScore} to {PromiseRules.MaxScore}.");
        RuleFor(gain => gain.By).Author();
    }
}
