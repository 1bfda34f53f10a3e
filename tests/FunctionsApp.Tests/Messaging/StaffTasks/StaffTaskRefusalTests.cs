using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Messaging.StaffTasks;

public sealed class StaffTaskRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("joinUrl", "\"javascript:alert(1)\"")]
    [InlineData("joinUrl", "\"\"")]
    [InlineData("joinUrl", "7")]
    [InlineData("done", "true")]
    public async Task An_answer_with_a_fault_is_refused_by_the_fields_name(string path, string json) =>
        (await app.SendBytesAsync(HttpMethod.Post, "/api/tasks/task-1/done", SpoiledJson.Replace([], path, json))).Names(path);
}
