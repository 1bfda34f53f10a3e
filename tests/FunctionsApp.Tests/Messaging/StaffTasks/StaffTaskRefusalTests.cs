using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Messaging.StaffTasks;

public sealed class StaffTaskRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("joinUrl", "\"javascript:alert(1)\"")]
    [InlineData("joinUrl", "\"\"")]
    [InlineData("joinUrl", "7")]
    [InlineData("done", "true")]
    public async Task Completion_with_an_invalid_field_is_refused_with_its_name(string path, string json) =>
        (await app.SendBytesAsync(
            HttpMethod.Post, "/api/tasks/task-1/done", SpoiledJson.Replace([], path, json))).Names(path);
}
