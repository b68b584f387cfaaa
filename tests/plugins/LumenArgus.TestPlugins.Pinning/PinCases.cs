namespace LumenArgus.TestPlugins.Pinning;

/// <summary>All cases by name. What each does to the load context stands in the test that runs them.</summary>
internal static class PinCases
{
    public static IReadOnlyDictionary<string, Func<PinScene, Task>> All { get; } = new Dictionary<string, Func<PinScene, Task>>(StringComparer.Ordinal)
    {
        ["nothing"] = static _ => Task.CompletedTask,
        ["json by reflection"] = Do(DataCases.JsonByReflection),
        ["json by context"] = Do(DataCases.JsonByContext),
        ["json nodes"] = Do(DataCases.JsonNodes),
        ["dapper of its own"] = Do(DataCases.DapperOfItsOwn),
        ["sqlite reader"] = Do(DataCases.SqliteReader),
        ["sqlite function"] = Do(DataCases.SqliteFunction),
        ["xml serializer"] = Do(DataCases.XmlSerializer),
        ["type descriptor"] = Do(ReflectionCases.TypeDescriptor),
        ["validator"] = Do(ReflectionCases.Validator),
        ["generated options validator"] = Do(ReflectionCases.GeneratedOptionsValidator),
        ["options bound to its section"] = Do(ReflectionCases.BoundOptions),
        ["dynamic"] = Do(ReflectionCases.Dynamic),
        ["route values of an anonymous type"] = Do(ReflectionCases.RouteValues),
        ["component rendered to html"] = ReflectionCases.RenderAsync,
        ["regular expressions"] = Do(ReflectionCases.RegularExpressions),
        ["compiled expression"] = Do(ReflectionCases.CompiledExpression),
        ["event of the process"] = Do(static scene => LifetimeCases.ProcessEvent(scene, isEnded: false)),
        ["event of the process, taken away"] = Do(static scene => LifetimeCases.ProcessEvent(scene, isEnded: true)),
        ["timer that nobody refers to"] = Do(LifetimeCases.LooseTimer),
        ["timer"] = Do(static scene => LifetimeCases.LiveTimer(scene, isEnded: false)),
        ["timer, disposed"] = Do(static scene => LifetimeCases.LiveTimer(scene, isEnded: true)),
        ["handle"] = Do(static scene => LifetimeCases.Handle(scene, isEnded: false)),
        ["handle, freed"] = Do(static scene => LifetimeCases.Handle(scene, isEnded: true)),
        ["thread"] = Do(static scene => LifetimeCases.RunningThread(scene, isEnded: false)),
        ["thread that ends with Stopping"] = Do(static scene => LifetimeCases.RunningThread(scene, isEnded: true)),
        ["long wait"] = Do(static scene => LifetimeCases.LongWait(scene, isEnded: false)),
        ["long wait with Stopping"] = Do(static scene => LifetimeCases.LongWait(scene, isEnded: true)),
        ["change token"] = Do(static scene => LifetimeCases.ChangeTokens(scene, isEnded: false)),
        ["change token, disposed"] = Do(static scene => LifetimeCases.ChangeTokens(scene, isEnded: true)),
        ["registration on Stopping"] = Do(LifetimeCases.StoppingRegistration),
        ["abandoned tasks"] = Do(LifetimeCases.AbandonedTasks),
        ["context and thread statics"] = Do(LifetimeCases.ContextAndThreadStatics),
        ["shared array pool"] = Do(LifetimeCases.SharedArrayPool),
        ["activity listener"] = Do(static scene => DiagnosticsCases.ListenToActivities(scene, isEnded: false)),
        ["activity listener, disposed"] = Do(static scene => DiagnosticsCases.ListenToActivities(scene, isEnded: true)),
        ["meter listener"] = Do(static scene => DiagnosticsCases.ListenToMeters(scene, isEnded: false)),
        ["meter listener, disposed"] = Do(static scene => DiagnosticsCases.ListenToMeters(scene, isEnded: true)),
        ["sources of diagnostics"] = Do(DiagnosticsCases.Sources),
        ["logging"] = Do(DiagnosticsCases.Logging),
        ["client factory"] = static scene => DiagnosticsCases.UseClientFactoryAsync(scene, isEnded: false),
        ["client factory, disposed"] = static scene => DiagnosticsCases.UseClientFactoryAsync(scene, isEnded: true),
        ["client of its own"] = Do(DiagnosticsCases.ClientOfItsOwn),
    };

    private static Func<PinScene, Task> Do(Action<PinScene> action) => scene =>
    {
        action(scene);
        return Task.CompletedTask;
    };
}
