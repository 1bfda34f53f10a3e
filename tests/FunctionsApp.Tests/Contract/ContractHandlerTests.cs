using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit.Sdk;

namespace FunctionsApp.Tests.Contract;

public sealed class ContractHandlerTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData(HttpStatusCode.Created, "application/json", "{\"name\":1}", "ListGroups 201")]
    [InlineData(HttpStatusCode.OK, "text/plain", "x", "ListGroups 200 is not described as text/plain")]
    [InlineData(HttpStatusCode.OK, "application/json", "{\"items\":[]}", "continuation")]
    [InlineData(HttpStatusCode.OK, "application/json", "{\"items\":[],\"continuation\":null,\"more\":1}", "more")]
    [InlineData(HttpStatusCode.OK, "application/json", "{\"items\":[{\"id\":1}],\"continuation\":null}", "/items/0")]
    public async Task Answer_that_differs_from_the_description_fails_the_test(
        HttpStatusCode status, string type, string body, string fault)
    {
        using var client = await ClientAsync(status, type, body);

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => client.GetAsync("/api/groups"));

        Assert.Contains(fault, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_body_that_differs_from_the_description_fails_the_test()
    {
        using var client = await ClientAsync(HttpStatusCode.NoContent, "", "");
        using var body = AppHost.Json(new JsonObject { ["other"] = 1 });

        var failure = await Assert.ThrowsAnyAsync<XunitException>(
            () => client.PostAsync("/api/tasks/task-1/done", body));

        Assert.Contains("CompleteTask accepts", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_as_described_passes()
    {
        const string Empty = "{\"items\":[],\"continuation\":null}";
        using var client = await ClientAsync(HttpStatusCode.OK, "application/json", Empty);

        using var response = await client.GetAsync("/api/groups");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    async Task<HttpClient> ClientAsync(HttpStatusCode status, string type, string body)
    {
        var contract = await ApiContract.LoadAsync(app.Services);
        return new HttpClient(new ContractHandler(new FixedAnswer(status, type, body)) { Contract = contract })
        {
            BaseAddress = new Uri("http://127.0.0.1"),
        };
    }

    sealed class FixedAnswer(HttpStatusCode status, string type, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type.Length > 0) content.Headers.ContentType = new MediaTypeHeaderValue(type);
            return Task.FromResult(new HttpResponseMessage(status) { Content = content });
        }
    }
}
