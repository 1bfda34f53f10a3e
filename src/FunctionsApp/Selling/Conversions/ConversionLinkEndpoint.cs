using Community.Selling.Offers;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Selling.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The body of <c>POST /api/conversions/{id}/links</c>.</summary>
public sealed record ConversionLinkRequest(string? GroupId, string? MemberId);

/// <summary>Links of single members to the product of a conversion.</summary>
public sealed class ConversionLinkEndpoint(
    ConversionStore conversions, MemberLinkService links, IValidator<ConversionLinkRequest> validator)
{
    /// <inheritdoc cref="MemberLinkService.CreateAsync" />
    [Function("CreateConversionLink")]
    [Request<ConversionLinkRequest>, Response<MemberLinkView>(201), Response<MemberLinkView>]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversions/{id}/links")] HttpRequest request,
        string id)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (await conversions.FindAsync(id) is not { Value: var conversion }) return ConversionService.NotFound(id);
        var offer = new MemberLinkOffer(
            new OfferReference(OfferKind.Conversion, id),
            conversion.GroupIds,
            conversion.Terms.Product.Url,
            conversion.LinkBase);
        return await links.CreateAsync(request.HttpContext.Response, offer, body!.GroupId!, body.MemberId!);
    }
}

public sealed class ConversionLinkValidator : AbstractValidator<ConversionLinkRequest>
{
    public ConversionLinkValidator()
    {
        RuleFor(body => body.GroupId).NeededId();
        RuleFor(body => body.MemberId).ChannelKey();
    }
}
