"""The word lists that patterns refer to as {name}. An entry of several words is joined by `_`; to add a wording, add it here."""

NOT_BEFORE: dict[str, str] = {
    "ảnh": "hưởng",
    "phần": "mềm trăm",
    "bộ": "phận máy tiêu luật",
    "bí": "thư mật",
    "tiếp": "tục thu nhận theo cận xúc",
    "dự": "thảo kiến toán án báo định",
    "trực": "tuyến tiếp thuộc",
    "báo": "cáo",
    "trường": "hợp",
    "mạng": "lưới",
    "học": "sinh",
    "đường": "truyền dây",
    "chỉ": "tiêu đạo thị",
    "đi": "hết khắp đủ thu phát lấy gom khảo vận tuyên",
    "nhà": "thầu mạng nước văn",
    "thi": "công đua hành",
    "hạn": "chế mức",
    "ngoài": "ra",
    "xem": "như xét",
    "coi": "như",
    "ban": "hành",
    "tổ": "chức",
    "bên": "cạnh",
    "hội": "nghị trường đồng thảo",
    "gửi": "lời",
    "họ": "tên",
    "dân": "số",
    "hình": "như thức dung",
    "làm": "ơn phiền minh căn",
    "kế": "hoạch",
    "giao": "ban dịch",
    "sở": "hữu thích",
    "tư": "vấn pháp",
    "chạy": "xe bộ",
    "đâu": "vào",
    "con": "người dấu",
    "toàn_bộ": "phận",
}
"""Words that are another word with what follows: "bộ" (ministry) is not in "bộ phận"."""

NOT_AFTER: dict[str, str] = {
    "trình": "quy chương lộ giáo công quá",
    "ký": "đăng chữ chu nhật",
    "niêm": "bảng bản",
    "công": "bảng bản",
    "mắc": "thắc",
    "nhận": "đảm tiếp xác công thừa",
    "nào": "đã đi xem",
    "bộ": "cán nội tiến toàn đồng",
}
"""Words that are another word with what precedes: "trình" (submit) is not in "quy trình"."""

LISTS: dict[str, str] = {
    # who speaks, who is spoken to; leads and tails of a clause that carry no meaning
    "me": "bên_phòng_em bên_xã_em bên_tổ_em tổ_em nhóm_em em tôi mình cháu bọn_em chúng_em chúng_tôi bọn_tôi bên_em bên_tôi tụi_em tụi_tôi bọn_mình bên_mình đơn_vị_em phòng_em anh_em"
    " đơn_vị xã_em đơn_vị_tôi xã_mình",
    "you": "cháu dì cụ thím cậu anh chị sếp bác chú cô bạn em đồng_chí lãnh_đạo mọi_người cả_nhà các_anh các_chị a c ad admin bot thủ_trưởng",
    "title": "thằng bé dượng mợ tổ_trưởng trưởng_ban anh chị cậu dì chú bác cô ông bà đồng_chí bạn thầy a c",
    "lead": "ui ơ ôi alo ạ dạ vâng ừ ok em tôi mình cháu dì cụ thím cậu anh chị sếp bác chú cô bạn thưa thì vẫn à thế báo_cáo kính_báo_cáo ơi mà thôi nhưng a a~ c"
    " bọn_em bên_em chúng_tôi chúng_em cái_này việc_này tiêu_chí_này hiện_tại hiện hiện_nay giờ tới_giờ đến_giờ cũng lãnh_đạo nói_chung"
    " thật_ra thực_ra",
    "tail": "ạ nhé hả nhá cháu dì cụ thím cậu anh chị em sếp bác chú cô bạn ơi à đó đấy đây ta luôn thôi mà cả với nữa vậy thế a a~ c đồng_chí mọi_người cả_nhà"
    " nhỉ hết lãnh_đạo <name> nè này rồi_đó bot ad thưa THUMB",
    # kinds of verb
    "no": "chưa không",
    "finish": "xong hoàn_thành hoàn_tất xong_xuôi đâu_vào_đấy đâu_ra_đấy dứt_điểm kết_thúc về_đích cán_đích",
    "begin": "làm thực_hiện triển triển_khai bắt_đầu đụng động tiến_hành bắt_tay khởi_động xử_lý rờ_tới rờ_vào sờ_tới rờ_đến sờ_đến đả_động ngó_tới ngó_đến bắt_tay_vào khởi_công nhúc_nhích rớ sờ rờ mó mó_tay chạm ngó_ngàng",
    "task": "làm thực_hiện",
    "send": "nộp gửi ký ban_hành phát_hành công_khai up đưa_lên đẩy_lên tải_lên đăng niêm_yết công_bố nộp_lên gửi_lên đưa trình dán treo"
    " up_lên đăng_tải",
    "deliver": "nộp gửi ban_hành phát_hành công_khai up đưa_lên đẩy_lên tải_lên đăng niêm_yết công_bố trình ký đưa báo_cáo bàn_giao chốt",
    "did": "làm thực_hiện nộp gửi ký ban_hành phát_hành công_khai tổ_chức up đưa_lên đẩy_lên tải_lên đăng niêm_yết công_bố"
    " nộp_lên gửi_lên up_lên hoàn_thiện đưa đăng_tải họp báo_cáo dán treo gắn cài_đặt cài lắp_đặt tuyên_truyền tập_huấn",
    "held": "khai_báo kê_khai thay_bảng thay_biển thay_mới khắc_phục tham_gia thành_lập phổ_biến quán_triệt trang_bị đăng_ký tham_dự ký_kết sắp_xếp hướng_dẫn mở_lớp tập_huấn tuyên_truyền trả_kết_quả lắp_đặt cài_đặt kiện_toàn đối_thoại",
    "work": "làm thực_hiện soát dò dò_lại đọc_lại triển_khai tiến_hành tổng_hợp hoàn_thiện hoàn_chỉnh rà_soát rà soạn soạn_thảo viết xây_dựng xử_lý tham_mưu chỉnh_sửa"
    " sửa số_hoá khảo_sát thu_thập lấy cập_nhật nhập đôn_đốc dở dở_dang dự_thảo thảo in photo scan gom đánh_máy kiểm_tra đối_chiếu"
    " thống_kê phối_hợp giải_quyết tìm_hiểu gấp_rút khẩn_trương tích_cực cố nghiên_cứu lập vận_động tuyên_truyền gõ chỉnh bổ_sung cân cân_đối đẩy_nhanh"
    " theo_dõi chạy tập_trung ráp hoàn_thành làm_tiếp tiếp_tục sắp_xếp trong_quá_trình trong_giai_đoạn đẩy tiến_triển nộp"
    " gửi up niêm_yết đăng rà_lại thu_gom quyết_toán vào_số_liệu lắp triển chốt làm_nốt làm_dở kiện_toàn chuẩn_bị đúng_tiến_độ ở_khâu ở_bước"
    " ở_giai_đoạn rà_soát_lại hỏi_ý_kiến lấy_ý_kiến họp_thôn ghép biên_tập vẽ quét dựng cày đóng_quyển khai_báo kê_khai tính đo phát_phiếu thu xác_minh thẩm_tra phân_loại đánh_giá kiểm_kê kiểm_đếm chuẩn_hoá tra_cứu tập_hợp lấy_số cho_số vào_sổ đóng_dấu in_ấn",
    # parts of the work
    "part": "mở_đầu chương dự_thảo bản_nháp nháp khâu phần bước đợt giai_đoạn một_phần sơ_bộ bản_thảo đề_cương khung thô phần_đầu vòng bản_dự_thảo"
    " bản_sơ_bộ công_đoạn một_số một_ít file_nháp bản_thô vài mấy một_nửa",
    "some": "một_ít một_phần vài mấy ít_ít chút_ít kha_khá ít tí chút một_chút một_tí một_số nhiều_phần phần_lớn đa_số gần_hết hơn_nửa"
    " quá_nửa phần_đầu bước_đầu",
    "matter": "việc cái vụ báo_cáo mục mảng thứ đợt tiêu_chí món nhiệm_vụ kế_hoạch",
    "piece": "cái chỗ nơi phần việc mục người thôn bộ_phận đơn_vị khâu ấp xóm",
    # hedges
    "almost": "sắp gần cơ_bản tương_đối coi_như coi_là xem_là tạm_coi_là hòm_hòm sắp_sửa suýt xấp_xỉ về_cơ_bản gần_như đại_khái xem_như tạm tạm_gọi_là kể_như chuẩn_bị"
    " gần_gần hầu_như hầu_hết cơ_bản_là ngót rục_rịch",
    "guess": "hình_như dường_như nghe_nói nghe_đâu không_nhớ chưa_nhớ không_biết chưa_biết chưa_rõ có_lẽ chắc_là không_chắc chưa_chắc"
    " có_khi nghe_bảo hình_như_là đâu_như hồ_như có_vẻ có_vẻ_như nghĩ_chắc chừng_như nghe_đồn nghe_qua không_rõ_là đoán_là nghĩ_là hình_như_đã không_dám_chắc không_nhớ_rõ quên_không_biết"
    " quên_là lẽ_ra biết_đâu hình_như_có thấy_bảo e_rằng hên_xui không_chắc_lắm chưa_dám_chắc",
    # other people
    "outer": "thanh_tra viễn_thông bên_viễn_thông sở tỉnh huyện bộ trung_ương công_an thuế bưu_điện viettel vnpt điện_lực ngân_hàng kho_bạc cấp_trên bảo_hiểm toà_án sở_nội_vụ"
    " bên_tỉnh bên_sở bên_công_an bên_huyện nhà_thầu nhà_mạng đơn_vị_thi_công bên_thi_công thôn các_thôn xóm ấp các_ấp trưởng_thôn"
    " bên_thuế các_đơn_vị các_ngành các_phòng bên_kia bên_đó đoàn_thể mặt_trận dân người_dân bà_con đối_tác bên_cung_cấp trường"
    " các_trường trạm_y_tế bên_tài_chính đơn_vị_tư_vấn tư_vấn bên_thầu thống_kê bên_ngoài đơn_vị_khác cơ_quan_khác bên_mặt_trận"
    " cấp_tỉnh uỷ_ban_tỉnh công_ty các_bên bên_thôn nội_vụ ban_quản_lý họ trên tỉnh_đoàn",
    "far": "sở tỉnh huyện bộ trung_ương cấp_trên viettel vnpt điện_lực bưu_điện kho_bạc nhà_thầu bên_tỉnh bên_sở bên_huyện bên_công_an bên_thuế"
    " bên_kia bên_đó cấp_tỉnh uỷ_ban_tỉnh công_ty họ người_ta các_xã nơi_khác",
    "office": "trạm_y_tế trạm hội_đồng uỷ_ban đảng_uỷ phòng bên bộ_phận văn_phòng mặt_trận đoàn hội tổ ban công_an trung_tâm đơn_vị cơ_quan đoàn_thể tư_pháp địa_chính kế_toán văn_hoá quân_sự kinh_tế nội_vụ y_tế trường một_cửa văn_thư hộ_tịch tài_chính hạ_tầng phụ_nữ thanh_niên nông_dân nông_nghiệp tài_nguyên lao_động khuyến_nông giáo_dục thú_y đô_thị tôn_giáo thi_đua",
    "boss": "lãnh_đạo chủ_tịch phó_chủ_tịch văn_phòng sếp chánh_văn_phòng thường_trực phó thủ_trưởng ban_lãnh_đạo uỷ_ban các_sếp phó_sếp"
    " trưởng_phòng anh_chủ_tịch đảng_uỷ bí_thư",
    "sign": "ký duyệt phê_duyệt thông_qua ký_duyệt cho_ý_kiến xem_xét ký_ban_hành xét_duyệt ký_số đóng_dấu phê ký_nháy chốt phát_hành",
    "means": "kinh_phí tiền hướng_dẫn mẫu biểu_mẫu số_liệu người nhân_lực nhân_sự biên_chế phần_mềm máy máy_móc máy_tính thiết_bị mạng"
    " tài_khoản văn_bản công_văn chỉ_đạo chữ_ký_số trang_thiết_bị cơ_sở_vật_chất đường_truyền máy_scan nguồn_lực nguồn vốn quyền thông_tin"
    " mặt_bằng địa_điểm hội_trường ngân_sách mã mật_khẩu dữ_liệu kết_quả dự_toán cán_bộ nhân_viên phòng_làm_việc trụ_sở điện internet wifi mực giấy cơ_sở căn_cứ ý_kiến"
    " phản_hồi kết_luận văn_bản_hướng_dẫn quyết_định_phân_bổ quyết_định_giao máy_in đường_dây đề_án chủ_trương phương_tiện quy_định công_chức đơn_giá định_mức giấy_phép quỹ_đất",
    "broken": "lỗi sự_cố hỏng hư sập treo chập_chờn trục_trặc đơ lag đứng chết yếu nghẽn bảo_trì không_vào_được không_chạy mất rớt rớt_mạng quá_tải"
    " tạm_dừng tạm_ngừng tạm_đóng gián_đoạn ngừng không_lên ì_ạch liệt cháy bị_khoá không_hoạt_động chậm_quá đứt quay_mòng_mòng quay_đều quay_hoài quay_mãi xoay_hoài xoay_mãi quay_vòng_vòng không_kết_nối_được virus nhiễm_virus văng tịt tèo nằm_ì đắp_chiếu ngủm die xoay_vòng xoay_tròn",
    "machine": "cáp cáp_quang mạng phần_mềm hệ_thống máy_photo máy_chiếu camera máy máy_tính máy_scan máy_in cổng trang web điện wifi internet server tài_khoản đường_truyền dịch_vụ_công"
    " chữ_ký_số usb website app con_scan token cái_máy trục máy_chủ laptop",
    # proof
    "strict": "minh_chứng bằng_chứng chứng_từ tài_liệu_chứng_minh ảnh hình hình_ảnh file scan bản_scan link đường_link đường_dẫn chụp ảnh_chụp bản_chụp tệp hồ_sơ_minh_chứng"
    " tài_liệu_kiểm_chứng video bản_pdf pdf clip tài_liệu_minh_chứng <file> <url> <doc> tài_liệu bản_có_dấu bản_ký_số",
    "paper": "quyết_định văn_bản công_văn biên_bản kế_hoạch báo_cáo tờ_trình thông_báo danh_sách hợp_đồng giấy_mời phụ_lục bảng_biểu bản_cứng giấy_xác_nhận"
    " giấy_chứng_nhận chứng_nhận bảng_tổng_hợp bảng_kê bản_cam_kết phiếu_khảo_sát sổ_theo_dõi",
    "hereby": "đây kèm đính_kèm gửi_kèm kèm_theo bên_dưới ở_đây ở_trên như_trên trong_file trong_link tại_link",
    # asking
    "form": "mẫu biểu_mẫu bản_mẫu file_mẫu biểu form file link đường_link hướng_dẫn văn_bản công_văn phụ_lục đề_cương bộ_tiêu_chí"
    " số_điện_thoại địa_chỉ thông_tin",
    "thing": "nộp gửi hạn thời_hạn chấm điểm mẫu minh_chứng tiêu_chí số_liệu báo_cáo hướng_dẫn phụ_trách mục phần biểu file link kế_hoạch tính"
    " biểu_mẫu văn_bản quyết_định ký trình hồ_sơ hệ_thống phần_mềm tài_khoản cái_này việc_này phần_này nội_dung chỉ_tiêu xong"
    " hoàn_thành thực_hiện triển_khai công_khai khảo_sát kinh_phí công_văn gia_hạn làm tự_chấm thủ_tục đánh_giá chuyển_đổi_số",
    "idle": "chúc chào vui_vẻ ngủ hạnh_phúc hi hello ăn nhậu cà_phê cafe cơm bia bóng đá_bóng thời_tiết lương thưởng du_lịch karaoke cưới sinh_nhật nghỉ_lễ khoẻ đám trà_sữa mưa nắng"
    " phở bún trưa_nay_ăn nghỉ_mát xe lái trực chìa_khoá khách nhà_em chồng vợ con_em đi_chợ cây phòng_họp liên_hoan đám_cưới đám_giỗ"
    " đám_ma đón_con gửi_xe họp_giao_ban có_họp giao_ban mấy_giờ ở_phòng ở_cơ_quan điều_hoà thợ máy_lạnh sân được_nghỉ ở_nhà có_nhà đi_biển lịch_họp lịch_trực nghỉ_tết áo_dài chụp_ảnh_kỷ_yếu về_quê trận đội_tuyển vé xổ_số lô giá_vàng xăng công_đoàn_phí thể_dục",
    "private": "đẻ lịch_trực con_chị con_anh con_sếp con_bác con_cô con_chú con_dì họp_phụ_huynh phụ_huynh tiết_dạy giờ_dạy buổi_dạy nâng_ngạch thi_nâng_ngạch nộp_phạt nộp_thuế hộ_chiếu đi_nước_ngoài mâm_cỗ sạc cục_sạc nhập_viện tiền_điện tiền_nước cỗ xe_đón cái_bếp nhập_học học_phí thi_cao_cấp giấy_khen_cháu cơm_trưa căn_tin căng_tin mực_in gửi_xe gặt quỹ_công_đoàn tiền_quỹ lớp_mình mổ nằm_viện chở cho_cháu mẹ_em cho_con em_bé sinh_con con_tôi con_em con_mình cháu_tôi nhà_gái nhà_trai cuộc_đời con_khỉ cái_đầu chầu giáo_án bài_tập luận_văn cắt_cỏ rửa_bát giặt tắm"
    " gội_đầu quét_nhà tưới_cây ăn_rồi ăn_sáng ăn_tối bữa_cơm bữa_trưa bố_mẹ vợ_chồng xây_nhà sửa_nhà dọn_nhà đi_chơi xem_phim đi_mua_sắm thi_xong"
    " phở bún bia rượu nhậu cà_phê trà_sữa karaoke phim nhạc game đánh_bài đá_bóng bóng_đá trận_này trận_đấu đám_cưới đám_giỗ đám_ma tiệc"
    " sinh_nhật vợ_em vợ_tôi chồng_em chồng_tôi con_gái con_trai người_yêu đi_chợ siêu_thị xe_máy sửa_xe rửa_xe ô_tô xổ_số giá_vàng du_lịch"
    " nghỉ_mát liên_hoan nấu_cơm ăn_cơm cơm_nước ngủ_dậy trời_sập cắt_tóc áo_dài ly_hôn phạt_giao_thông chạy_bộ thể_dục cầu_lông bóng_chuyền",
    # in no rule: only known, so that a short "xong tất tần tật" is not taken for slang
    "utterly": "đau tất_tần_tật cái_rụp cái_rẹt cái_ào cái_vèo cái_một ngon_lành gọn_gàng trọn_vẹn mỹ_mãn tốt_đẹp sạch_sẽ xuất_sắc",
    "idle_thing": "áo_văn_nghệ tiệc thiệp cưới quà tiền_công_đoàn tiền_quỹ quỹ hoa cơm nhậu bia bóng chìa_khoá vé lương thưởng sân_bóng karaoke áo_dài đồng_phục bánh trà",
    # time
    "by": "đến tới sang trước hết vào qua đến_hết trước_ngày trong từ_nay_đến muộn_nhất_là chậm_nhất chậm_nhất_là",
    "nearby": "khoảng tầm chừng ước hơn gần cỡ độ được đạt xong hoàn_thành làm_được mới_được tới cỡ_khoảng chắc tiến_độ ước_chừng khoảng_chừng trên",
    "unit": "hộp thùng cặp quý thôn xã hộ hồ_sơ buổi ấp khu phòng tổ đơn_vị người thủ_tục văn_bản trường xóm khu_phố tiêu_chí nội_dung mục chỉ_tiêu cuộc lớp"
    " phiếu bản lĩnh_vực bộ_phận việc đầu_việc cán_bộ lần tổ_dân_phố công_chức nhiệm_vụ quyển cơ_quan bước điểm_cầu bảng biển khối kế_hoạch"
    " hạng_mục dân_phố bản_làng báo_cáo chi_bộ hội_nghị ngõ tuyến đợt quy_trình dịch_vụ máy phần biểu giấy_tờ bộ câu trang đồng_chí phường đoàn_thể hội cơ_sở ngành bài tin lượt thành_viên đại_biểu hộ_dân chỉ_số điểm_bưu_điện quầy trạm chốt tủ camera cột phiên",
    "papers": "hợp_đồng kế_hoạch quyết_định báo_cáo công_văn thông_báo văn_bản tờ_trình nghị_quyết biên_bản giấy_mời hướng_dẫn",
    # small lists used once or twice
    "step": "khảo_sát số_liệu tổng_hợp họp_thôn nhập_liệu họp_dân lấy_ý_kiến lấy_số_liệu thu_thập_số_liệu biên_bản danh_sách khung tờ_trình"
    " đề_cương mời_thầu đấu_thầu thiết_kế bìa file_word phụ_lục kế_hoạch_chi_tiết bảng_biểu khâu phiếu",
    "adv": "có hề được kịp thấy dám từng ai mình em thể phải bao_giờ có_ai đi cho vẫn tôi",
    "nag": "nhắc hối giục hỏi thúc đòi réo nhắc_nhở",
    "beast": "chó cóc gà ngựa lợn heo cá voi trâu bò mèo rùa kiến rắn chuột khỉ vịt ngỗng cua tôm ốc ếch cá_rô cá_chép thạch_sùng",
    "event": "họp ăn tiếp_dân tập_huấn học thi nghỉ đi_công_tác việc_kia việc_khác hội_nghị đám cơm bầu_cử việc_này_nọ giao_ban buổi_họp"
    " cuộc_họp giờ_làm giờ_hành_chính đại_hội hội_thảo giám_sát diễn_tập tuyển_quân lễ tiệc đón_đoàn kiểm_tra thanh_tra đợt_này việc_nhà ăn_cơm ăn_trưa đi_họp ca kỳ_họp",
    "later": "làm xử_lý xem coi tính báo trả_lời giải_quyết lo hỏi kiểm_tra ngó rà bắt_đầu triển_khai thực_hiện báo_lại phản_hồi liên_hệ nói"
    " bắt_tay rà_soát nhắc tiến_hành trao_đổi bàn gọi hãy hẵng để_ý nghiên_cứu soạn khởi_động",
    "busy": "họp coi_thi gác_thi có_khách bận ăn ốm nghỉ lái lái_xe tiếp_dân tập_huấn học công_tác đường ngoài dở_việc dở_tay đi khám ngủ trực giao_ban tiếp_khách tiếp"
    " đón_con bệnh viện mệt sốt chạy_xe chấm_thi mắc cắm_mặt bù_đầu tối_mắt tối_mặt túi_bụi họp_hành gặp_khách ngập_đầu ngập_việc"
    " nấu_cơm đám_cưới đám_giỗ đám_ma dự tiếp_đoàn dưới_thôn dưới_cơ_sở trong_cuộc_họp du_lịch lu_bu",
    "out": "rồi ngoài xa",
    "online": "up đưa tải đẩy nhập đăng quét scan in mở xuất lên vào đăng_nhập truy_cập ký_số kết_nối đưa_lên đẩy_lên tải_lên upload vô số_hoá",
    "charge": "phụ_trách đảm_nhiệm đảm_nhận theo_dõi quản_lý tiếp_nhận tiếp_quản chủ_trì thụ_lý",
    "marks_own": "chấm tự_chấm đánh_giá cho lấy xin đề_nghị",
    "nhắn": "nhắn gửi nhắc gọi tin_nhắn tag",
    "order": "set để đặt ghi ghi_nhận cập_nhật đổi sửa chuyển đánh_dấu tick tích",
    "giao": "giao gán phân phân_công giao_lại giao_việc",
    "nghỉ": "nghỉ đang_nghỉ xin_nghỉ thôi",
    "điều": "điều bị_điều điều_động luân_chuyển biệt_phái được_điều",
    "đổi": "đổi thay thay_đổi",
    "please": "xin đề_nghị cho cho_phép xin_phép mong kính_đề_nghị kính_mong đề_xuất cho_em_xin cho_xin nhờ năn_nỉ",
    "nộp": "nộp gửi hoàn_thành báo_cáo trình xong nộp_báo_cáo",
}
