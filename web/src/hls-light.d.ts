/** The build of hls.js without captions, alternate audio and DRM; same interface as the full one. */
declare module "hls.js/light" {
  import Hls from "hls.js";
  export default Hls;
}
