namespace LocalRuntime.Functions.Timers;

/// <summary>Creates the listeners of timer functions, in the time zone <c>WEBSITE_TIME_ZONE</c>, else UTC.</summary>
sealed class TimerListeners(IServiceProvider services, InvocationLog log)
{
    readonly AppSettings settings = new(services.GetRequiredService<IConfiguration>());

    public IListener Create(FunctionDescriptor function)
    {
        var parameter = function.TriggerParameter;
        if (parameter.ParameterType != typeof(TimerInfo))
            throw function.Refuse($"'{parameter.Name}' must be a TimerInfo, not a {parameter.ParameterType}.");
        var expression = settings.Resolve(((TimerTriggerAttribute)function.Trigger).Schedule, function.Name);
        var schedule = Schedule.TryParse(expression, Zone())
            ?? throw function.Refuse($"'{expression}' is not an NCRONTAB schedule.");
        var clock = services.GetRequiredService<TimeProvider>();
        schedule.After(clock.GetUtcNow());
        var invoker = services.GetRequiredService<InvokerCompiler>().Compile(function, Bind);
        var runner = new FunctionRunner(function, invoker, services, log);
        var states = new TimerStateStore(services.GetRequiredService<EmbeddedStore>());
        var host = services.GetRequiredService<HostPresence>();
        var gauge = services.GetRequiredService<WorkGauge>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Timer");
        return ((TimerTriggerAttribute)function.Trigger).UseMonitor
            ? new TimerListener(runner, expression, schedule, states, host, clock, gauge, logger)
            : new UnmonitoredTimerListener(runner, expression, schedule, states, host, clock, gauge, logger);
    }

    static Expression? Bind(ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger) =>
        parameter.ParameterType == typeof(TimerInfo) ? Expression.Convert(trigger, typeof(TimerInfo)) : null;

    TimeZoneInfo Zone()
    {
        var name = settings.Find("WEBSITE_TIME_ZONE");
        if (string.IsNullOrEmpty(name)) return TimeZoneInfo.Utc;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new RefusedException($"WEBSITE_TIME_ZONE: there is no time zone '{name}' on this machine.");
    }
}
