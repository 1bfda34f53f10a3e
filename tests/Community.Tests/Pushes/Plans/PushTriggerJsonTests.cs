using System.Text.Json;
using System.Text.Json.Serialization;
using Community.Pushes.Calendars;
using Community.Pushes.Plans;
using FsCheck.Fluent;

namespace Community.Tests.Pushes.Plans;

public class PushTriggerJsonTests
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    [Theory]
    [InlineData("""{"type":"DayOffset","day":3,"time":"20:00"}""")]
    [InlineData("""{"type":"Recurring","cron":"30 10 * * *","until":"2026-12-31"}""")]
    [InlineData("""{"type":"Recurring","rrule":"FREQ=DAILY","time":"09:05"}""")]
    [InlineData("""{"type":"Recurring","lunar":{"month":8,"day":15,"leapMonth":false},"time":"20:00"}""")]
    [InlineData("""{"type":"Relative","to":"linkAt","conversionId":"tea","days":-2,"time":"20:00"}""")]
    [InlineData("""{"type":"Cohort","day":7,"time":"12:30"}""")]
    public void Trigger_has_the_shape_of_the_API(string json) => Assert.Equal(
        json,
        JsonSerializer.Serialize(JsonSerializer.Deserialize<PushTrigger>(json, Options), Options));

    [Theory]
    [Seeds(1, 20261126)]
    public void Trigger_that_is_stored_is_read_back(ulong seed) =>
        Property.Check(seed, SampleSchedule.Triggers, trigger => Assert.Equal(
            trigger,
            JsonSerializer.Deserialize<PushTrigger>(JsonSerializer.Serialize(trigger, Options), Options)));

    [Theory]
    [InlineData("8:00")]
    [InlineData("20:00:00")]
    [InlineData("24:00")]
    public void Time_that_is_not_hours_and_minutes_is_refused(string time) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PushTrigger>(
            $$"""{"type":"DayOffset","day":3,"time":"{{time}}"}""", Options));
}
