using System.Net;
using System.Net.Http.Headers;

namespace FunctionsApp.Tests.Platform.Http;

/// <summary>Sends raw bodies and checks problem responses.</summary>
static class ProblemAssert
{
    public static Task<ApiAnswer> SendBytesAsync(
        this AppHost app,
        HttpMethod method,
        string path,
        byte[] body,
        string? contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return app.SendAsync(method, path, content);
    }

    /// <summary>The answer is problem+json of this status without internal details.</summary>
    public static void IsProblem(this ApiAnswer answer, HttpStatusCode status)
    {
        Assert.True(
            (status, "application/problem+json") == (answer.Status, answer.ContentType),
            $"{answer.Status} {answer.ContentType}: {answer.Text}");
        Assert.Equal((int)status, answer.Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(answer.Json.GetProperty("detail").GetString()!);
        Assert.DoesNotContain("System.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>The answer is a 400 that names only this field.</summary>
    public static void Names(this ApiAnswer answer, string field)
    {
        answer.IsProblem(HttpStatusCode.BadRequest);
        Assert.Equal([field], answer.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Contains(field, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
