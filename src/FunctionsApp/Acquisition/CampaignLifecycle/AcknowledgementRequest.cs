using Community.Acquisition.Campaigns;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>The operator who takes responsibility for texts that break a rule, and the reason.</summary>
public sealed record AcknowledgementRequest(string? By, string? Reason)
{
    public Acknowledgement ToAcknowledgement() => new(By!, Reason!);
}

/// <summary>The fields of an acknowledgement, which are required.</summary>
sealed class AcknowledgementValidator : AbstractValidator<AcknowledgementRequest>
{
    public AcknowledgementValidator()
    {
        RuleFor(acknowledgement => acknowledgement.By).Text(40);
        RuleFor(acknowledgement => acknowledgement.Reason).Text(200);
    }
}
