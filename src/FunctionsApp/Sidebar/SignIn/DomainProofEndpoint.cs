using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Sidebar.SignIn;

/// <summary>The file by which the platform knows whose the domain is (域名归属认证).</summary>
public sealed class DomainProofEndpoint(IEnumerable<WeComSettings> settings)
{
    // Null where the app runs on another channel.
    readonly string? proof = settings.SingleOrDefault()?.DomainProof;

    /// <summary>The text in the name of the file, if it is the one of the settings.</summary>
    [Function("WeComDomainProof")]
    [Public]
    [NotDescribed("The platform reads it once; not a call of the API.")]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "WW_verify_{code}.txt")] HttpRequest request,
        string code) =>
        code == proof ? Results.Text(proof) : Problems.UnknownRoute(request);
}
