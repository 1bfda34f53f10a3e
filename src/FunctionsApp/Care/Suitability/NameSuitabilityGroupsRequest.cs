using Community.Care.Suitability;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Suitability;

/// <summary>The body of <c>PUT /api/suitability/{id}/groups</c>; the groups replace those before.</summary>
public sealed record NameSuitabilityGroupsRequest(IReadOnlyList<string>? GroupIds, string? By);

public sealed class NameSuitabilityGroupsValidator : AbstractValidator<NameSuitabilityGroupsRequest>
{
    public NameSuitabilityGroupsValidator()
    {
        RuleFor(request => request.GroupIds)
            .Items(0, SuitabilityAssessment.MaxGroups)
            .Distinct("must not name a group twice.");
        RuleForEach(request => request.GroupIds).NeededId();
        RuleFor(request => request.By).Author();
    }
}
