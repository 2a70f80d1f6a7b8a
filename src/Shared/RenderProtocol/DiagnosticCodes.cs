namespace DownPage.RenderProtocol;

/// <summary>
/// The registry of diagnostics: one code, one cause. A code is never renumbered nor used again; docs/errors.md has a
/// section for each. 00xx project and items, 01xx starting the app, 02xx rendering, 03xx pages that stand
/// alone, 04xx output, 05xx the command and changes of the state, 06xx the endpoint for operators, 07xx the
/// configuration of front-end servers, 09xx our own faults.
/// </summary>
internal static class DiagnosticCodes
{
    public const string FileMissing = "DP0001";
    public const string OutsideProject = "DP0002";
    public const string InvalidTargetPath = "DP0003";
    public const string DuplicateTarget = "DP0004";
    public const string TargetTaken = "DP0005";
    public const string StatusCodeUnknown = "DP0006";
    public const string InvalidStatusCode = "DP0007";
    public const string NeitherViewNorRoute = "DP0008";
    public const string ViewAndRoute = "DP0009";
    public const string RouteNeedsApp = "DP0010";
    public const string InvalidRoute = "DP0011";
    public const string InvalidProperty = "DP0012";
    public const string ReservedMetadata = "DP0013";
    public const string NotAnAspNetCoreApp = "DP0014";
    public const string FrameworkTooOld = "DP0015";
    public const string InvalidView = "DP0016";

    public const string StartThrew = "DP0101";
    public const string StartTimedOut = "DP0102";
    public const string StartExited = "DP0103";
    public const string StartBuiltNoHost = "DP0104";
    public const string AppNotLoadable = "DP0105";
    public const string FrameworkMissing = "DP0106";
    public const string ServerStartThrew = "DP0107";
    public const string ServerStartTimedOut = "DP0108";

    public const string ViewThrew = "DP0201";
    public const string ViewNotFound = "DP0202";
    public const string ServiceMissing = "DP0203";
    public const string ModelNeeded = "DP0204";
    public const string UnexpectedStatus = "DP0205";
    public const string NoBody = "DP0206";
    public const string PageTimedOut = "DP0207";
    public const string RouteThrew = "DP0208";
    public const string LayoutNotFound = "DP0209";
    public const string UnknownCulture = "DP0210";
    public const string RouteValuesMissing = "DP0211";

    public const string AssetNotPublished = "DP0301";
    public const string OutsideAsset = "DP0302";
    public const string LargeAsset = "DP0303";
    public const string IntegrityMismatch = "DP0304";
    public const string FrameIntoApp = "DP0305";
    public const string FormIntoApp = "DP0306";
    public const string MixedContent = "DP0307";
    public const string NoDoctype = "DP0308";
    public const string NoCharset = "DP0309";
    public const string NoLanguage = "DP0310";
    public const string NoTitle = "DP0311";
    public const string NoViewport = "DP0312";
    public const string OverMaxBytes = "DP0313";
    public const string OverServerLimit = "DP0314";
    public const string BlockedByPolicy = "DP0315";
    public const string ScriptRequest = "DP0316";
    public const string InvalidKeepCss = "DP0317";
    public const string AssetUnreadable = "DP0318";
    public const string TooLargeForServer = "DP0319";
    public const string ThemeScriptRemoved = "DP0320";

    public const string NotWritable = "DP0401";
    public const string RunTimedOut = "DP0402";

    public const string NoAppInFolder = "DP0501";
    public const string SettingsUnreadable = "DP0502";
    public const string NoDownFile = "DP0503";
    public const string TargetsConflict = "DP0504";
    public const string StateUnreadable = "DP0505";
    public const string StateNotWritten = "DP0506";
    public const string SiteNotDown = "DP0507";
    public const string WindowExists = "DP0508";
    public const string NoSuchWindow = "DP0509";
    public const string StateChangedMeanwhile = "DP0510";
    public const string ConfigurationDecides = "DP0511";
    public const string InvalidValue = "DP0512";
    public const string CommandNotStarted = "DP0513";
    public const string CommandLineUnclear = "DP0514";
    public const string HistoryUnreadable = "DP0515";
    public const string EndpointAddressInvalid = "DP0520";
    public const string EndpointNotEncrypted = "DP0521";
    public const string TokenUnreadable = "DP0522";
    public const string EndpointUnreachable = "DP0523";
    public const string CertificateNotTrusted = "DP0524";
    public const string EndpointRedirects = "DP0525";
    public const string NotTheEndpoint = "DP0526";
    public const string FrontEndAnswers = "DP0527";
    public const string OperatorRefused = "DP0528";
    public const string EndpointRefused = "DP0529";
    public const string AppNotFound = "DP0530";
    public const string AppWithoutMaintenance = "DP0531";
    public const string AppGaveNoAnswer = "DP0532";
    public const string NodesNotKnown = "DP0533";
    public const string NodesNotFollowed = "DP0534";
    public const string NoPageBuilt = "DP0535";
    public const string PageUnknown = "DP0536";
    public const string CultureUnknown = "DP0537";
    public const string PageEmpty = "DP0538";
    public const string OfflineNotWritten = "DP0539";
    public const string AddressInvalid = "DP0540";
    public const string HostUnknown = "DP0541";
    public const string NotReachable = "DP0542";
    public const string CertificateRefused = "DP0543";
    public const string NoAnswerInTime = "DP0544";
    public const string AnswerBroken = "DP0545";
    public const string SiteIsUp = "DP0546";
    public const string ProbeMissing = "DP0547";
    public const string PreviewFailed = "DP0550";
    public const string NothingToPreview = "DP0551";
    public const string NoBrowser = "DP0552";

    public const string EndpointUnprotected = "DP0601";
    public const string ChangeFromElsewhere = "DP0602";
    public const string ValuesInvalid = "DP0603";
    public const string BodyUnreadable = "DP0604";
    public const string BodyTooLarge = "DP0605";
    public const string BodyTypeUnknown = "DP0606";
    public const string ConditionInvalid = "DP0607";
    public const string NoSuchAddress = "DP0613";
    public const string MethodNotTaken = "DP0614";
    public const string TooManyChanges = "DP0615";
    public const string StateUnwritable = "DP0616";
    public const string TokenRefused = "DP0617";
    public const string TooManyWrongTokens = "DP0618";
    public const string NothingToWriteTo = "DP0619";

    public const string DeployRootMissing = "DP0701";
    public const string StatusWithoutPage = "DP0702";
    public const string FrontEndValueRefused = "DP0703";
    public const string FrontEndValueInvalid = "DP0704";
    public const string ConfigurationEdited = "DP0705";
    public const string NoPageForServers = "DP0706";
    public const string ServerUnknown = "DP0707";
    public const string WebConfigUnreadable = "DP0708";
    public const string PageTooLargeForServer = "DP0709";
    public const string ConfigurationNotWritten = "DP0710";

    public const string RendererDied = "DP0901";
    public const string RendererFailed = "DP0902";
    public const string OtherVersion = "DP0903";
}
